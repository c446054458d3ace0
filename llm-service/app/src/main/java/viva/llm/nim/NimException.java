package viva.llm.nim;

/** Carries a {@link NimFault} through asynchronous code. It has no stack trace: it tells of the server, not of this code. */
public final class NimException extends RuntimeException {
    private final transient NimFault fault;

    public NimException(NimFault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    public NimFault fault() {
        return fault;
    }
}
