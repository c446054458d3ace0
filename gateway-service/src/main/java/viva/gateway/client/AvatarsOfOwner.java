package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;

/** All avatars of an owner, for what concerns all of them. */
@Singleton
public class AvatarsOfOwner {
    private static final String AVATAR = "avatar";

    private final AvatarBackend avatars;
    private final Backends backends;

    AvatarsOfOwner(@RestClient AvatarBackend avatars, Backends backends) {
        this.avatars = avatars;
        this.backends = backends;
    }

    /** Fails with 404 when the avatar is not the asker's. */
    public Uni<JsonNode> require(Asker asker, AvatarId id) {
        return backends.ask(AVATAR, asker, bearer -> avatars.get(bearer, id));
    }

    /** What everybody may know of an avatar, whoever's; fails with 404 when it is not there, or rests. */
    public Uni<JsonNode> profile(Asker asker, AvatarId id) {
        return backends.ask(AVATAR, asker, bearer -> avatars.profile(bearer, id));
    }

    /** Deletes all of them, and has the avatar service make no further ones for this account. */
    public Uni<Void> deleteAll(AccountId account) {
        return backends.ask(AVATAR, Asker.absent(account), avatars::deleteAll);
    }
}
