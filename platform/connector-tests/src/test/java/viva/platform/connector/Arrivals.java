package viva.platform.connector;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import viva.platform.testkit.Recorder;

/** Takes every message and settles none by itself: its handler runs until the test finishes it. */
@ApplicationScoped
class Arrivals {
    private final Recorder<Arrival> arrivals = new Recorder<>();

    /** One delivery of a message. */
    record Arrival(int number, Message<byte[]> message) {
        /** What a handler does at its end. */
        void finish() {
            message.ack();
        }
    }

    @Incoming(ConnectorApp.CHANNEL)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> take(Message<byte[]> message) {
        int number = Integer.parseInt(new String(message.getPayload(), StandardCharsets.UTF_8));
        arrivals.accept(new Arrival(number, message));
        return CompletableFuture.completedFuture(null);
    }

    /** Every delivery so far, in order. */
    List<Arrival> all() {
        return arrivals.snapshot();
    }

    /** Whether a message came at least once. */
    boolean has(int number) {
        return all().stream().anyMatch(arrival -> arrival.number() == number);
    }
}
