package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** All avatars of an owner, for what concerns all of them. */
@Singleton
public class AvatarsOfOwner {
    private static final String AVATAR = "avatar";
    private static final String PAGE = "100";

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

    /** Deletes them, page by page, until there is none. Those that are gone already do not matter. */
    public Uni<Void> deleteAll(AccountId account) {
        Asker asker = Asker.absent(account);
        return backends.ask(AVATAR, asker, bearer -> avatars.mine(bearer, null, PAGE))
                .map(AvatarsOfOwner::ids)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : deleteEach(asker, ids).chain(() -> deleteAll(account)));
    }

    private Uni<Void> deleteEach(Asker asker, List<AvatarId> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> delete(asker, id))
                .collect()
                .last();
    }

    private Uni<Void> delete(Asker asker, AvatarId id) {
        return backends.ask(AVATAR, asker, bearer -> avatars.delete(bearer, id))
                .onFailure(AvatarsOfOwner::isGone)
                .recoverWithNull();
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof Rejected rejected && rejected.problem().status() == ProblemType.NOT_FOUND.status();
    }

    private static List<AvatarId> ids(JsonNode page) {
        List<AvatarId> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(AvatarId.of(item.path("id").asText())));
        return ids;
    }
}
