package viva.platform.messaging;

import java.util.concurrent.CompletableFuture;

/** A message that waits for the broker's confirmation; {@code answer} fails with a {@link NotConfirmed}. */
record Sending(Outgoing message, PublishBatch batch, long sentNanos, CompletableFuture<Void> answer) {
    /** The same, sent at another instant of the monotonic clock. */
    Sending at(long nanos) {
        return new Sending(message, batch, nanos, answer);
    }

    /** Keeps what waits behind it in its batch from overtaking it. */
    void failed(NotConfirmed failure) {
        batch.failed(message.destination(), failure);
    }
}
