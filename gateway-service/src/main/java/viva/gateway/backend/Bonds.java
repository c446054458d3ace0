package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.AvatarId;

/** Whom avatars know, of the relationship service. What is not the asker's is not found (404). */
@Singleton
public class Bonds {
    private final Backend<RelationshipRest> service;

    Bonds(Backends backends) {
        this.service = backends.to("relationship", RelationshipRest.class);
    }

    /** A page of the avatar's bonds; null parameters are left out. */
    public Uni<JsonNode> of(Asker asker, AvatarId id, String status, String cursor, String limit) {
        return service.read(rest -> rest.bonds(asker, id, status, cursor, limit));
    }

    /** The avatar's bond with another one. */
    public Uni<JsonNode> between(Asker asker, AvatarId id, AvatarId other) {
        return service.read(rest -> rest.bond(asker, id, other));
    }

    /** How many bonds of which status the avatar has. */
    public Uni<JsonNode> stats(Asker asker, AvatarId id) {
        return service.read(rest -> rest.stats(asker, id));
    }
}
