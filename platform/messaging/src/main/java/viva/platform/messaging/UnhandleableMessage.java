package viva.platform.messaging;

/** A handler's word on a message that no further attempt can save: it goes to the dead letter queue at once. */
public final class UnhandleableMessage extends RuntimeException {
    public UnhandleableMessage(String why) {
        super(why);
    }
}
