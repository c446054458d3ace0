package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/**
 * Avatars as files, for which several services are asked: what the life service and the relationship service know of an avatar goes to the avatar
 * service, which knows the format. What is not the asker's is not found (404).
 */
@Singleton
public class Souls {
    private static final String PAGE = "100";
    private static final int MOST_PAGES = 20;

    private final Avatars avatars;
    private final Lives lives;
    private final Bonds bonds;

    Souls(Avatars avatars, Lives lives, Bonds bonds) {
        this.avatars = avatars;
        this.lives = lives;
        this.bonds = bonds;
    }

    /** The avatar's soul file. */
    public Uni<byte[]> export(Asker asker, AvatarId id) {
        return avatars.require(asker, id)
                .chain(() -> Newborns.alive(lives.mind(asker, id)))
                .chain(mind -> bonds(asker, id, null, JsonNodeFactory.instance.arrayNode(), 1)
                        .chain(found -> avatars.export(asker, id, ((ObjectNode) mind).set("bonds", found))));
    }

    private Uni<ArrayNode> bonds(Asker asker, AvatarId id, String cursor, ArrayNode found, int page) {
        return bonds.of(asker, id, null, cursor, PAGE).chain(told -> {
            told.path("items").forEach(found::add);
            JsonNode next = told.path("next_cursor");
            return next.isTextual() && page < MOST_PAGES
                    ? bonds(asker, id, next.textValue(), found, page + 1)
                    : Uni.createFrom().item(found);
        });
    }

    /** A new avatar of the asker, of a soul file or a character card; {@code clientId} is the client's own id of the wish, or null. */
    public Uni<JsonNode> importFile(Asker asker, String clientId, byte[] file) {
        return lives.world(asker)
                .chain(world -> avatars.importFile(
                        asker, clientId, world.path("world_time").asText(), file));
    }

    /** The character card that the avatar was made of, byte for byte. */
    public Uni<byte[]> card(Asker asker, AvatarId id) {
        return avatars.card(asker, id);
    }
}
