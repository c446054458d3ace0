package viva.life.input;

/** What became of a command. */
public sealed interface Reception {
    /** It took effect. */
    record Taken() implements Reception {}

    /** It came too late, twice, or for somebody who is gone: there is nothing to do. */
    record Ignored(String reason) implements Reception {}

    /** It must not take effect; it belongs into the dead letter queue. */
    record Refused(String reason) implements Reception {}
}
