package viva.llm.budget;

import java.util.Locale;

/** What a model is asked for; earlier ones come first. Only {@link #ANSWER} may use the whole window. */
public enum CallPurpose {
    /** An owner waits for an answer. */
    ANSWER,
    /** A first meeting, a confession, a first conflict or a break-up. */
    TURNING_POINT,
    TURN,
    GREETING,
    THOUGHT,
    REFLECTION,
    /** Text of an owner, read for facts or feelings; or on request of another service. */
    ANALYSIS,
    EMBEDDING,
    /** Whether a model speaks. */
    PROBE;

    /** As it stands in metrics and in the ledger. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
