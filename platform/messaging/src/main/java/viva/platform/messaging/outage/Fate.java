package viva.platform.messaging.outage;

/** What becomes of a message whose handling failed. */
public sealed interface Fate {
    /** It breaks its contract, and no attempt can save it: a dead letter at once. */
    record Unhandleable(String why) implements Fate {}

    /** An operating failure: the message waits for as long as it takes. */
    record Waits(Outage outage) implements Fate {}

    /** Anything else is a bug: a bounded number of attempts, then a dead letter. */
    record Bug() implements Fate {}
}
