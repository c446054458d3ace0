package viva.platform.service.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import viva.platform.service.problem.Problem.FieldError;

/** An expected failure on its way to the caller. It carries no stack trace, because it is an answer and not a bug. */
public final class Rejected extends RuntimeException {
    private final transient Problem problem;
    private final transient Duration retryAfter;

    private Rejected(Problem problem, Duration retryAfter) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static Rejected with(Problem problem) {
        return new Rejected(problem, null);
    }

    public static Rejected of(ProblemType type, String detail) {
        return with(Problem.of(type, detail));
    }

    /** Blames one field; {@code message} reads on after the field's name. */
    public static Rejected invalid(String field, String message) {
        return blaming(ProblemType.INVALID, field, message);
    }

    /** Blames one field for a problem of any kind. */
    public static Rejected blaming(ProblemType type, String field, String message) {
        return with(Problem.of(type, field + " " + message, List.of(new FieldError(field, message))));
    }

    /** The answer to whatever is not there, and to whatever the caller may not know is there. */
    public static Rejected notFound(String what) {
        return of(ProblemType.NOT_FOUND, what + " is not known");
    }

    /** The same rejection with the advice when to try again. */
    public Rejected retryAfter(Duration delay) {
        return new Rejected(problem, delay);
    }

    public Problem problem() {
        return problem;
    }

    /** When to try again, in whole seconds and at least one. */
    public Optional<Long> retryAfterSeconds() {
        return Optional.ofNullable(retryAfter).map(delay -> Math.max(1, (delay.toMillis() + 999) / 1000));
    }
}
