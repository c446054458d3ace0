package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import viva.platform.testkit.Recorder;

/** Topics whose handlers misbehave, or take as long as they are told to. */
@Singleton
class TroubleFamily implements ChannelFamily {
    private final Recorder<String> begun = new Recorder<>();
    private volatile CompletableFuture<Answer> slow = new CompletableFuture<>();

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

    /** The names of the events that handlers began with, in order. */
    Recorder<String> begun() {
        return begun;
    }

    /** Lets every {@code slow} handler finish that runs. */
    void finish() {
        slow.complete(Answer.ok());
        slow = new CompletableFuture<>();
    }

    private Uni<Answer> handle(String event, Outlet outlet) {
        begun.accept(event);
        return switch (event) {
            case "bug" -> throw new IllegalStateException("a bug in a handler");
            case "slow" -> Uni.createFrom().completionStage(slow);
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
