package viva.gateway.channel;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the family of a topic by the part before the colon. */
@Singleton
class ChannelFamilies {
    private final Map<String, ChannelFamily> byPrefix;

    ChannelFamilies(@All List<ChannelFamily> families) {
        byPrefix = families.stream().collect(Collectors.toMap(ChannelFamily::prefix, Function.identity()));
    }

    Uni<JoinDecision> join(JoinRequest request) {
        int colon = request.topic().indexOf(':');
        ChannelFamily family = byPrefix.get(request.topic().substring(0, colon + 1));
        return family == null ? Uni.createFrom().item(JoinDecision.denied("unmatched topic")) : family.join(request);
    }
}
