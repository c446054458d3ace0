package viva.platform.messaging;

import viva.contracts.message.CloudEvent;

/**
 * A message that was handed out and waits for a verdict.
 *
 * @param redelivered whether it may have been handed out before
 */
public record Delivery(CloudEvent<?> message, boolean redelivered, Verdict verdict, Handling handling) {
    /** It is done, for good. */
    public void ack() {
        verdict.ack();
        handling.done();
    }

    /** It cannot be done: to the dead letter queue. */
    public void reject() {
        verdict.reject();
        handling.dead();
    }

    /** Whether a verdict means nothing any more: the channel is gone, and the broker hands the message out again. */
    public boolean isGone() {
        return handling.isGone();
    }

    /** No verdict, since it is gone. */
    void abandon() {
        handling.abandoned();
    }

    /** Somebody else shall do it. */
    public void giveBack() {
        verdict.giveBack();
        handling.givenBack();
    }
}
