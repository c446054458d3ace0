package viva.llm.allowance;

/** Whether the counters that all processes share can be reached, and what to do while they cannot. */
public sealed interface Coordination {
    /** They can. {@code processes} is how many share them, at least 1. */
    record Shared(int processes) implements Coordination {}

    /**
     * They cannot.
     *
     * @param processes how many there were when they were last seen, or are assumed
     * @param counted whether they were ever seen
     */
    record Lost(long since, int processes, boolean counted) implements Coordination {}

    /** They can again, but what others did meanwhile is not in them yet. */
    record Regained(long since, int processes) implements Coordination {}

    /** They can be, but have lost what was in them. */
    record Emptied(long since, int processes) implements Coordination {}

    /** How many share them, as far as known; at least 1. */
    int processes();

    /** By whose word a request starts. */
    sealed interface Course {
        /** By that of the shared counters. */
        record AskShared() implements Course {}

        /** By one's own share of the limits. */
        record OwnShare(int processes) implements Course {}

        /** Only when both agree. */
        record Both(int processes) implements Course {}

        /** No share: what the others have started is in the window still. */
        record Stop(long micros) implements Course {}
    }

    /** They answered. */
    default Coordination reached(int processes, long now, long windowMicros) {
        return switch (this) {
            case Shared _ -> new Shared(processes);
            case Lost _ -> new Regained(now, processes);
            case Regained regained ->
                now - regained.since() < windowMicros
                        ? new Regained(regained.since(), processes)
                        : new Shared(processes);
            case Emptied emptied ->
                now - emptied.since() < windowMicros ? new Emptied(emptied.since(), processes) : new Shared(processes);
        };
    }

    /** They answered that they do not know what this process had told them. */
    default Coordination emptied(long now) {
        return new Emptied(now, processes());
    }

    /** They did not answer. */
    default Coordination missed(boolean counted, long now) {
        return switch (this) {
            case Shared shared -> new Lost(now, shared.processes(), counted);
            case Regained regained -> new Lost(now, regained.processes(), true);
            case Emptied emptied -> new Lost(now, emptied.processes(), true);
            case Lost lost -> lost;
        };
    }

    /**
     * What to do now. A process that was alone goes on at once, as it knows all there is to know; one of several waits until the
     * window has forgotten what the others did.
     */
    default Course course(long now, long windowMicros) {
        return switch (this) {
            case Shared _ -> new Course.AskShared();
            case Regained(long since, int processes) ->
                now - since < windowMicros ? new Course.Both(processes) : new Course.AskShared();
            case Emptied(long since, int processes) -> {
                if (now - since >= windowMicros) {
                    yield new Course.AskShared();
                }
                yield processes == 1 ? new Course.Both(1) : new Course.Stop(since + windowMicros - now);
            }
            case Lost(long since, int processes, boolean counted) ->
                (counted && processes == 1) || now - since >= windowMicros
                        ? new Course.OwnShare(processes)
                        : new Course.Stop(since + windowMicros - now);
        };
    }
}
