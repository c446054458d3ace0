package viva.load.soak;

/** Where one thing is heading. */
public record Trend(Watched what, Line line, Verdict verdict) {
    /** Whether it grows and must not. */
    public boolean isFault() {
        return what.kind().isJudged() && verdict == Verdict.GROWS;
    }
}
