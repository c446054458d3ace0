package viva.llm.output;

/** What the checks make of a sentence or of a whole answer. */
public sealed interface Checked {
    /** It may be shown, in this wording; not blank. */
    record Fit(String text) implements Checked {}

    /** Nothing of it is left: markup, a stage direction, an invented link. What stands around it may be shown. */
    record Nothing() implements Checked {}

    /** It may not be shown, and neither may the rest of the answer. */
    record Unfit(Reason reason) implements Checked {}

    /** Why an answer is replaced. */
    enum Reason {
        CLAIMS_TO_BE_HUMAN,
        FORBIDDEN,
        REFUSAL,
        /** It repeats what only the prompt says. */
        LEAK
    }
}
