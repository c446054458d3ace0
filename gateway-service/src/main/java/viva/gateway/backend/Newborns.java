package viva.gateway.backend;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import viva.contracts.AvatarId;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Questions to the life service in the first moments of a life. A mind is there within a second of its avatar's creation; while the avatar service
 * knows an avatar and the life service does not yet, the question is repeated.
 */
@Singleton
public class Newborns {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final Duration BIRTH = Duration.ofSeconds(2);

    private final Avatars avatars;

    Newborns(Avatars avatars) {
        this.avatars = avatars;
    }

    /**
     * The answer; fails with 404 when the avatar is not the asker's.
     *
     * @param answer asks at every subscription
     */
    public <T> Uni<T> ask(Asker asker, AvatarId id, Uni<T> answer) {
        return answer.onFailure(Newborns::isUnknown)
                .recoverWithUni(() -> avatars.require(asker, id).chain(() -> alive(answer)));
    }

    /** The answer about an avatar that is known to be there; fails with 503 when its life does not begin within {@link #BIRTH}. */
    public static <T> Uni<T> alive(Uni<T> answer) {
        return answer.onFailure(Newborns::isUnknown)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .expireIn(BIRTH.toMillis())
                .onFailure(failure -> !(failure instanceof Rejected rejected) || isUnknown(rejected))
                .transform(late -> Rejected.of(ProblemType.UNAVAILABLE, "The avatar has not begun to live yet")
                        .retryAfter(BIRTH));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof Rejected rejected && rejected.problem().status() == ProblemType.NOT_FOUND.status();
    }
}
