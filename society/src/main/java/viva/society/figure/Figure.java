package viva.society.figure;

/**
 * One number that a world must show, beside the range in which it is expected.
 *
 * @param name in lower snake case; stable
 * @param label for people
 * @param value as measured; not a number when the world was too short or too small to tell
 * @param margin half the width of its 95 % confidence interval when the whole interval must be in the range, else 0
 * @param unit may be empty
 * @param low least value expected; may be infinite
 * @param high most
 * @param source where the expectation comes from
 * @param detail how it was measured
 */
public record Figure(
        String name,
        String label,
        double value,
        double margin,
        String unit,
        double low,
        double high,
        String source,
        String detail) {
    private static final String NOT_ENOUGH = "this world was too short or too small to tell";

    public Figure {
        detail = Double.isNaN(value) || Double.isNaN(margin) ? NOT_ENOUGH : detail;
    }

    /** What a figure says about a world. */
    public enum Verdict {
        AS_EXPECTED,
        UNEXPECTED,
        UNKNOWN
    }

    public Verdict verdict() {
        if (Double.isNaN(value) || Double.isNaN(margin)) {
            return Verdict.UNKNOWN;
        }
        return value - margin >= low && value + margin <= high ? Verdict.AS_EXPECTED : Verdict.UNEXPECTED;
    }

    static Figure between(
            String name, String label, double value, String unit, double low, double high, String source, String how) {
        return new Figure(name, label, value, 0, unit, low, high, source, how);
    }

    /** A sign that must be clear. */
    static Figure positive(String name, String label, double value, double margin, String source, String how) {
        return new Figure(name, label, value, margin, "", 0, Double.POSITIVE_INFINITY, source, how);
    }

    /** A sign that must be clear. */
    static Figure negative(String name, String label, double value, double margin, String source, String how) {
        return new Figure(name, label, value, margin, "", Double.NEGATIVE_INFINITY, 0, source, how);
    }
}
