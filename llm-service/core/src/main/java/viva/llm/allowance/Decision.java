package viva.llm.allowance;

/** Whether a request may start. */
public sealed interface Decision {
    /** Now. */
    record Start(Grant grant) implements Decision {}

    /** Not now; {@code micros} is when the same question may have another answer, and zero when that is not known. */
    record Wait(Shortage shortage, long micros) implements Decision {}
}
