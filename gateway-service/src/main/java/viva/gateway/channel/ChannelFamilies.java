package viva.gateway.channel;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;

/** Finds the family of a topic by the part before the colon. */
@Singleton
class ChannelFamilies {
    private final Map<String, ChannelFamily> byPrefix;
    private final Limits limits;
    private final LimitConfig limit;

    ChannelFamilies(@All List<ChannelFamily> families, Limits limits, LimitConfig limit) {
        this.limits = limits;
        this.limit = limit;
        byPrefix = families.stream().collect(Collectors.toMap(ChannelFamily::prefix, Function.identity()));
    }

    /** @throws viva.platform.service.problem.Rejected when the account joins too much */
    Uni<JoinDecision> join(JoinRequest request) {
        limits.takeHere(limit.joins(), request.account().toString());
        int colon = request.topic().indexOf(':');
        ChannelFamily family = byPrefix.get(request.topic().substring(0, colon + 1));
        return family == null ? Uni.createFrom().item(JoinDecision.denied("unmatched topic")) : family.join(request);
    }
}
