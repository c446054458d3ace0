package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.platform.service.context.OwnContext;

/** Avatars and what they remember, of the avatar service. What is not the asker's is not found (404). */
@Singleton
public class Avatars {
    private final Backend<AvatarRest> service;
    private final Map<Question, Uni<JsonNode>> asked = new ConcurrentHashMap<>();

    private record Question(Asker asker, AvatarId id) {}

    Avatars(Backends backends) {
        this.service = backends.to("avatar", AvatarRest.class);
    }

    /** Makes an avatar; {@code avatar} may carry a {@code client_id} of its own. */
    public Uni<JsonNode> create(Asker asker, JsonNode avatar) {
        return service.change(rest -> rest.create(asker, avatar));
    }

    /** A page of the asker's avatars; null parameters are left out. */
    public Uni<JsonNode> mine(Asker asker, String cursor, String limit) {
        return service.read(rest -> rest.mine(asker, cursor, limit));
    }

    public Uni<JsonNode> get(Asker asker, AvatarId id) {
        return service.read(rest -> rest.get(asker, id));
    }

    /**
     * The avatar, not to be changed; fails with 404 when it is not the asker's. Concurrent calls with the same arguments share one request to the
     * avatar service.
     */
    public Uni<JsonNode> require(Asker asker, AvatarId id) {
        Question question = new Question(asker, id);
        return OwnContext.returning(Uni.createFrom().deferred(() -> asked.computeIfAbsent(question, this::ask)));
    }

    private Uni<JsonNode> ask(Question question) {
        return get(question.asker, question.id)
                .onTermination()
                .invoke(() -> asked.remove(question))
                .memoize()
                .indefinitely();
    }

    public Uni<JsonNode> change(Asker asker, AvatarId id, JsonNode change) {
        return service.change(rest -> rest.change(asker, id, change));
    }

    public Uni<Void> delete(Asker asker, AvatarId id) {
        return service.change(rest -> rest.delete(asker, id));
    }

    /** Deletes all avatars of an account, and has the avatar service make no further ones for it. */
    public Uni<Void> deleteAll(AccountId account) {
        return service.change(rest -> rest.deleteAll(Asker.owner(account)));
    }

    /** A page of what the avatar remembers; null parameters are left out. */
    public Uni<JsonNode> memories(Asker asker, AvatarId id, String type, String cursor, String limit) {
        return service.read(rest -> rest.memories(asker, id, type, cursor, limit));
    }

    /**
     * Makes an avatar of a soul file or a character card.
     *
     * @param clientId the client's own id of the wish, or null
     * @param worldTime of this world, in ISO 8601
     */
    public Uni<JsonNode> importFile(Asker asker, String clientId, String worldTime, byte[] file) {
        return service.change(rest -> rest.importFile(asker, clientId, worldTime, file));
    }

    /** The soul file of the avatar, with what other services know of it. */
    public Uni<byte[]> export(Asker asker, AvatarId id, JsonNode parts) {
        return service.read(rest -> rest.export(asker, id, parts));
    }

    /** The character card that the avatar was made of; fails with 404 when there is none. */
    public Uni<byte[]> card(Asker asker, AvatarId id) {
        return service.read(rest -> rest.card(asker, id));
    }

    /** Writes something down for the avatar; the memory that holds it. */
    public Uni<JsonNode> remember(Asker asker, AvatarId id, JsonNode memory) {
        return service.change(rest -> rest.remember(asker, id, memory));
    }

    /** A search of what the avatar remembers. */
    public Uni<JsonNode> searchMemories(Asker asker, AvatarId id, MemorySearch search) {
        return service.read(rest -> rest.searchMemories(
                asker,
                id,
                search.question(),
                search.limit(),
                search.type(),
                search.with(),
                search.from(),
                search.to(),
                search.asOf()));
    }

    /**
     * What is looked for; null parameters are left out.
     *
     * @param with the id of another avatar that has to be in it
     * @param from an instant (ISO 8601), as are the others
     * @param to before which it happened
     * @param asOf as if it was asked then
     */
    public record MemorySearch(
            String question, String limit, String type, String with, String from, String to, String asOf) {}

    /** Pins, weighs or corrects a memory. */
    public Uni<JsonNode> changeMemory(Asker asker, AvatarId id, UUID memory, JsonNode change) {
        return service.change(rest -> rest.changeMemory(asker, id, memory, change));
    }

    /** Deletes a memory, and what came of it alone; the ids of all that are gone. */
    public Uni<List<UUID>> deleteMemory(Asker asker, AvatarId id, UUID memory) {
        return service.change(rest -> rest.deleteMemory(asker, id, memory)).map(answer -> {
            List<UUID> deleted = new ArrayList<>();
            answer.path("deleted").forEach(one -> deleted.add(UUID.fromString(one.asText())));
            return deleted;
        });
    }

    /** The public profile of any owner's avatar; fails with 404 when it is not there, or rests. */
    public Uni<JsonNode> profile(Asker asker, AvatarId id) {
        return service.read(rest -> rest.profile(asker, id));
    }

    /** A personality as a new avatar would get it. */
    public Uni<JsonNode> randomPersonality(Asker asker) {
        return service.read(rest -> rest.randomPersonality(asker));
    }
}
