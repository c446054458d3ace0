package viva.gateway.phoenix;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.Rejected;

/** Finds the family of a topic by the part before the colon. */
@Singleton
class ChannelFamilies {
    /**
     * Joins that are decided at the same time. After a restart all clients join at once; if each join asked other services at once, all
     * of them would wait longer than any of them may. As many as there are connections to a service; ours.
     */
    private static final int AT_ONCE = 100;

    /** Joins that may wait; a gateway full of sockets has so many when each joins one topic. */
    private static final int WAITING = 20_000;

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Map<String, ChannelFamily> byPrefix;
    private final AsyncSemaphore joins = new AsyncSemaphore(AT_ONCE, WAITING);
    private final OperatingFailures operating;
    private final Limits limits;
    private final LimitConfig limit;

    ChannelFamilies(@All List<ChannelFamily> families, OperatingFailures operating, Limits limits, LimitConfig limit) {
        this.operating = operating;
        this.limits = limits;
        this.limit = limit;
        byPrefix = families.stream().collect(Collectors.toMap(ChannelFamily::prefix, Function.identity()));
    }

    /** @throws viva.platform.service.problem.Rejected when the account joins too much */
    Uni<JoinDecision> join(JoinRequest request) {
        limits.takeHere(limit.joins(), request.account().toString());
        int colon = request.topic().indexOf(':');
        ChannelFamily family = byPrefix.get(request.topic().substring(0, colon + 1));
        return family == null
                ? Uni.createFrom().item(JoinDecision.denied("unmatched topic"))
                : joins.run(() -> family.join(request), this::full);
    }

    private Rejected full() {
        return operating.full("joins", "Too many join right now", COME_BACK);
    }
}
