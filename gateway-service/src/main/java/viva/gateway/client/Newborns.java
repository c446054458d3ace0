package viva.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BiFunction;
import viva.contracts.AvatarId;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Questions to the life service about an avatar, also in the first moments of its life: its mind is there within a second of its
 * creation, so when the avatar service knows it and the life service does not yet, the question is asked again for a little while.
 */
@Singleton
public class Newborns {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Lives lives;
    private final AvatarsOfOwner avatars;
    private final Backends backends;

    Newborns(Lives lives, AvatarsOfOwner avatars, Backends backends) {
        this.lives = lives;
        this.avatars = avatars;
        this.backends = backends;
    }

    /** The answer; fails with 404 when the avatar is not the asker's. */
    public Uni<JsonNode> ask(Asker asker, AvatarId id, BiFunction<LifeBackend, String, Uni<JsonNode>> question) {
        Uni<JsonNode> answer = Uni.createFrom()
                .deferred(() ->
                        backends.ask("life", asker, bearer -> lives.read(life -> question.apply(life, bearer))));
        return answer.onFailure(Newborns::isUnknown)
                .recoverWithUni(() -> avatars.require(asker, id).chain(() -> soon(answer)));
    }

    private static Uni<JsonNode> soon(Uni<JsonNode> answer) {
        return answer.onFailure(Newborns::isUnknown)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(PATIENCE.toMillis())
                .onFailure(failure -> !(failure instanceof Rejected rejected) || isUnknown(rejected))
                .transform(late -> Rejected.of(ProblemType.UNAVAILABLE, "The avatar has not begun to live yet")
                        .retryAfter(PATIENCE));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof Rejected rejected && rejected.problem().status() == ProblemType.NOT_FOUND.status();
    }
}
