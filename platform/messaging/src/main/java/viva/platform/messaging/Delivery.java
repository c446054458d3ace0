package viva.platform.messaging;

import viva.contracts.message.CloudEvent;

/**
 * A message that was handed out and waits for a verdict.
 *
 * @param redelivered whether it may have been handed out before
 */
public record Delivery(
        CloudEvent<?> message, boolean redelivered, Verdict verdict, HandlingMetrics.Deliveries deliveries) {
    /** It is done, for good. */
    public void ack() {
        verdict.ack();
        deliveries.handled(message);
    }

    /** It cannot be done: to the dead letter queue. */
    public void reject() {
        verdict.reject();
        deliveries.dead(message);
    }

    /** Somebody else shall do it. */
    public void giveBack() {
        verdict.giveBack();
        deliveries.givenBack();
    }
}
