package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.platform.service.context.OwnContext;

/** All avatars of an owner, for what concerns all of them. */
@Singleton
public class AvatarsOfOwner {
    private static final String AVATAR = "avatar";

    private final AvatarBackend avatars;
    private final Backends backends;
    private final Map<Question, Uni<JsonNode>> asked = new ConcurrentHashMap<>();

    private record Question(Asker asker, AvatarId id) {}

    AvatarsOfOwner(@RestClient AvatarBackend avatars, Backends backends) {
        this.avatars = avatars;
        this.backends = backends;
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
        return backends.read(AVATAR, question.asker, bearer -> avatars.get(bearer, question.id))
                .onTermination()
                .invoke(() -> asked.remove(question))
                .memoize()
                .indefinitely();
    }

    /** The public profile of any owner's avatar; fails with 404 when it is not there, or rests. */
    public Uni<JsonNode> profile(Asker asker, AvatarId id) {
        return backends.read(AVATAR, asker, bearer -> avatars.profile(bearer, id));
    }

    /** Deletes all of them, and has the avatar service make no further ones for this account. */
    public Uni<Void> deleteAll(AccountId account) {
        return backends.ask(AVATAR, Asker.absent(account), avatars::deleteAll);
    }
}
