package viva.gateway.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Topics whose handlers misbehave. */
@Singleton
class TroubleFamily implements ChannelFamily {
    @Override
    public String prefix() {
        return "trouble:";
    }

    @Override
    public Uni<JoinDecision> join(JoinRequest request) {
        if (request.name().equals("at-the-door")) {
            throw new IllegalStateException("a bug in a join");
        }
        Channel channel = (event, payload) -> handle(event, request.outlet());
        return Uni.createFrom().item(new JoinDecision.Granted(channel, JsonNodeFactory.instance.objectNode()));
    }

    private static Uni<Answer> handle(String event, Outlet outlet) {
        return switch (event) {
            case "bug" -> throw new IllegalStateException("a bug in a handler");
            case "flood" -> {
                ObjectNode large = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(100_000));
                Push push = Push.of("trouble:x", "flood", large);
                for (int i = 0; i < 1_000; i++) {
                    outlet.push(push);
                }
                yield Uni.createFrom().item(Answer.ok());
            }
            default -> Uni.createFrom().item(Answer.ok());
        };
    }
}
