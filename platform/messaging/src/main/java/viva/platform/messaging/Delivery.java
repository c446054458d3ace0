package viva.platform.messaging;

import viva.contracts.message.CloudEvent;

/**
 * A message that was handed out and waits for an acknowledgement.
 *
 * @param redelivered whether it may have been handed out before
 */
public record Delivery(CloudEvent<?> message, boolean redelivered, Acknowledgement acknowledgement, Handling handling) {
    /** It is done, for good. */
    public void ack() {
        acknowledgement.ack();
        handling.done();
    }

    /** It cannot be done: to the dead letter queue. */
    public void reject() {
        acknowledgement.reject();
        handling.dead();
    }

    /** Whether an acknowledgement means nothing any more: the channel is gone, and the broker hands the message out again. */
    public boolean isGone() {
        return handling.isGone();
    }

    /** No acknowledgement, since it is gone. */
    void abandon() {
        handling.abandoned();
    }
}
