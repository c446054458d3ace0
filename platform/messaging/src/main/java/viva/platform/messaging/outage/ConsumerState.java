package viva.platform.messaging.outage;

import java.time.Duration;

/**
 * What a consumer of a queue does about outages. It tries messages again for a while, then returns everything and gives the queue up, so that
 * another replica can have it, and takes it back when a probe of what failed succeeds. So an outage costs each message one return, however long it
 * lasts; the broker counts returns. Instants are those of one monotonic clock, in nanoseconds.
 */
public sealed interface ConsumerState {
    /**
     * Messages are handled.
     *
     * @param sinceNanos when it began to consume, or handled a message last
     * @param returns how often in a row the queue was given up without a message handled in between
     */
    record Consuming(long sinceNanos, int returns) implements ConsumerState {}

    /** Messages fail since {@code sinceNanos}, and none was handled since. */
    record Retrying(Outage outage, long sinceNanos, int returns) implements ConsumerState {}

    /** The queue is given up since {@code sinceNanos}. */
    record Waiting(Outage outage, long sinceNanos, int returns) implements ConsumerState {}

    /** What is to be done. */
    sealed interface Effect {
        /** Nothing. */
        record None() implements Effect {}

        /** Return what is unsettled, cancel the consumer, and probe after a pause. */
        record GiveUp(Outage outage, Duration probeAfter) implements Effect {}

        /** Probe again after a pause. */
        record ProbeAgain(Outage outage, Duration after) implements Effect {}

        /** Consume. */
        record Consume() implements Effect {}
    }

    /** The next state, and what is to be done on the way there. */
    record Step(ConsumerState next, Effect effect) {}

    /** How a consumer begins. */
    static ConsumerState first(long nowNanos) {
        return new Consuming(nowNanos, 0);
    }

    /** An attempt that began at {@code begunNanos} met {@code outage}. What was handled meanwhile shows that the outage is younger. */
    default Step failed(Outage outage, long begunNanos, long nowNanos, OutagePolicy policy) {
        return switch (this) {
            case Consuming(long since, int returns) ->
                failing(outage, begunNanos - since > 0 ? begunNanos : since, returns, nowNanos, policy);
            case Retrying(Outage _, long since, int returns) -> failing(outage, since, returns, nowNanos, policy);
            case Waiting _ -> unmoved();
        };
    }

    /** A message was handled. */
    default Step handled(long nowNanos) {
        return switch (this) {
            case Consuming _, Retrying _ -> new Step(first(nowNanos), new Effect.None());
            case Waiting _ -> unmoved();
        };
    }

    /** The probe has an answer. */
    default Step probed(boolean succeeded, long nowNanos, OutagePolicy policy) {
        return switch (this) {
            case Consuming _, Retrying _ -> unmoved();
            case Waiting(Outage outage, long _, int returns) ->
                succeeded
                        ? new Step(new Consuming(nowNanos, returns), new Effect.Consume())
                        : new Step(this, new Effect.ProbeAgain(outage, policy.probeEvery()));
        };
    }

    private Step unmoved() {
        return new Step(this, new Effect.None());
    }

    private static Step failing(Outage outage, long sinceNanos, int returns, long nowNanos, OutagePolicy policy) {
        if (nowNanos - sinceNanos < policy.retryFor().toNanos()) {
            return new Step(new Retrying(outage, sinceNanos, returns), new Effect.None());
        }
        return new Step(
                new Waiting(outage, nowNanos, returns + 1), new Effect.GiveUp(outage, policy.pause(returns + 1)));
    }
}
