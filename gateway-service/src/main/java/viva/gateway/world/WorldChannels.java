package viva.gateway.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.gateway.phoenix.Answer;
import viva.gateway.phoenix.Channel;
import viva.gateway.phoenix.ChannelFamily;
import viva.gateway.phoenix.JoinDecision;
import viva.gateway.phoenix.JoinRequest;
import viva.gateway.phoenix.Outlet;

/** The topics of the whole world: {@code world:clock}. Everybody may join them. */
@Singleton
class WorldChannels implements ChannelFamily {
    static final String CLOCK = "world:clock";

    private final WorldClock clock;

    WorldChannels(WorldClock clock) {
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return "world:";
    }

    @Override
    public Uni<JoinDecision> join(JoinRequest request) {
        if (!request.topic().equals(CLOCK)) {
            return Uni.createFrom().item(JoinDecision.denied("unknown topic"));
        }
        return clock.ask(request.account())
                .map(asked -> clock.now()
                        .<JoinDecision>map(shown -> new JoinDecision.Granted(new Face(request.outlet()), shown))
                        .orElseGet(() -> JoinDecision.denied(
                                "unavailable", "the world's clock is not known yet, try again in a moment")));
    }

    /** One client that looks at the clock. */
    private final class Face implements Channel {
        private final Outlet outlet;

        private Face(Outlet outlet) {
            this.outlet = outlet;
        }

        @Override
        public void opened() {
            clock.watch(outlet);
        }

        @Override
        public Uni<Answer> handle(String event, ObjectNode payload) {
            Answer answer = event.equals("get_time")
                    ? clock.now().<Answer>map(Answer.Ok::new).orElseGet(() -> Answer.refused("unavailable"))
                    : Answer.refused("unknown event");
            return Uni.createFrom().item(answer);
        }

        @Override
        public void left() {
            clock.unwatch(outlet);
        }
    }
}
