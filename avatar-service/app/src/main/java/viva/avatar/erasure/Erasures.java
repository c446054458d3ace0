package viva.avatar.erasure;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import viva.avatar.erasure.PgErasures.Open;
import viva.avatar.registry.AvatarLimits;
import viva.contracts.AvatarId;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.platform.erasure.DeadLetterErasure;
import viva.platform.erasure.ErasureAnswer;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.Topology;
import viva.platform.outbox.Outbox;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Says again and again that an avatar is gone, until every service has answered a round after the first. What was on its way at the
 * deletion has arrived by then, and a service that was away hears of it when it is back.
 */
@Singleton
class Erasures {
    /** Services that keep data of avatars. */
    static final Set<String> SERVICES = Set.of("avatar", "gateway", "life", "llm", "matchmaker", "relationship");

    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final int AT_ONCE = 200;

    /** From this round on something is wrong: an operator is told who does not answer. */
    private static final int WORRYING_ROUND = 6;

    private final Pool pool;
    private final Outbox outbox;
    private final MessageFactory messages;
    private final ErasureAnswer answer;
    private final DeadLetterErasure letters;
    private final AvatarLimits limits;
    private final ScheduledJobs jobs;
    private final Clock clock = Clock.systemUTC();

    Erasures(
            Pool pool,
            Outbox outbox,
            MessageFactory messages,
            ErasureAnswer answer,
            DeadLetterErasure letters,
            AvatarLimits limits,
            ScheduledJobs jobs) {
        this.pool = pool;
        this.outbox = outbox;
        this.messages = messages;
        this.answer = answer;
        this.letters = letters;
        this.limits = limits;
        this.jobs = jobs;
    }

    private record Said(Open open, CloudEvent<AvatarDeletedV1> event) {}

    /** The next round of all erasures that are due; what fails is done in the round after it. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> nextRound() {
        return jobs.run(this::sayAndErase)
                .onFailure()
                .invoke(failure -> LOG.warnf("erasures wait: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> sayAndErase() {
        return pool.withTransaction(tx -> PgErasures.nextRound(tx, limits.erasurePause(), AT_ONCE)
                        .map(due -> due.stream().map(this::said).toList())
                        .call(said -> outbox.append(
                                tx,
                                said.stream()
                                        .map(one -> Outgoing.event(one.event))
                                        .toList())))
                .invoke(outbox::committed)
                .chain(said -> said.isEmpty() ? Uni.createFrom().voidItem() : eraseHere(said));
    }

    private Said said(Open open) {
        if (open.round() >= WORRYING_ROUND) {
            Set<String> silent = new TreeSet<>(SERVICES);
            silent.removeAll(open.done());
            LOG.warnf(
                    "avatar %s is not erased everywhere after %s: %s did not answer",
                    open.avatar(), Duration.between(open.begunAt(), clock.instant()), silent);
        }
        return new Said(open, messages.first(new AvatarDeletedV1(open.avatar(), open.version(), open.round())));
    }

    /**
     * The avatar's rows are gone since the deletion. What may be left here are memories of others that were kept before its mark was seen,
     * and letters: this service's own, and the unroutable ones. An avatar that cannot be taken out of memories gets no answer in this round.
     */
    private Uni<Void> eraseHere(List<Said> said) {
        Map<AvatarId, Said> gone = said.stream().collect(Collectors.toMap(one -> one.open.avatar(), one -> one));
        List<AvatarId> forgotten = new ArrayList<>();
        return jobs.each(
                        "taking avatars out of memories",
                        gone.keySet(),
                        avatar -> PgErasures.forget(pool, gone.get(avatar).open).invoke(() -> forgotten.add(avatar)))
                .chain(() -> letters.eraseFrom(Topology.UNROUTABLE, gone.keySet()))
                .chain(() -> jobs.each("answering erasures", forgotten, avatar -> answer(gone.get(avatar).event)));
    }

    private Uni<?> answer(CloudEvent<AvatarDeletedV1> event) {
        return answer.to(event, event.data());
    }

    /** A service keeps nothing of an avatar. The first round does not count: something may have come back after it. */
    Uni<Void> answered(ErasureDoneV1 done) {
        return done.round() == 0
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> PgErasures.note(tx, done.avatarId(), done.service())
                                .chain(() -> PgErasures.end(tx, done.avatarId(), SERVICES)))
                        .onItem()
                        .ifNotNull()
                        .invoke(begun -> LOG.infof(
                                "avatar %s is erased everywhere, after %s",
                                done.avatarId(), Duration.between(begun, clock.instant())))
                        .replaceWithVoid();
    }
}
