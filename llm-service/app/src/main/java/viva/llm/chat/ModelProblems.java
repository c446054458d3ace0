package viva.llm.chat;

import java.time.Duration;
import java.util.Locale;
import viva.llm.nim.NimFault;
import viva.llm.output.Checked;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Failures of a model as problems. Their words are ours: nothing that the server said, and nothing that was sent, is repeated. */
public final class ModelProblems {
    static final ProblemType NO_MODEL = new ProblemType("no-model", "No language model can be asked", 503);
    static final ProblemType BUDGET_SPENT =
            new ProblemType("budget-spent", "The budget of the language model is spent", 429);
    static final ProblemType MODEL_FAILED = new ProblemType("model-failed", "The language model did not answer", 502);
    static final ProblemType MODEL_TOO_SLOW =
            new ProblemType("model-too-slow", "The language model took too long", 504);
    static final ProblemType UNFIT_ANSWER = new ProblemType("unfit-answer", "The answer may not be shown", 502);

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private ModelProblems() {}

    /** The problem of a call that failed. */
    public static Rejected of(NimFault fault) {
        return switch (fault) {
            case NimFault.Off off -> Rejected.of(NO_MODEL, "No language model is set up");
            case NimFault.NoModel none ->
                Rejected.of(NO_MODEL, "No language model is set up, or none of the list is there any more");
            case NimFault.NoBudget(var reason, var after) -> {
                Rejected spent = Rejected.of(
                        BUDGET_SPENT, "There is no slot: " + reason.name().toLowerCase(Locale.ROOT));
                yield after.isZero() ? spent : spent.retryAfter(after);
            }
            case NimFault.Busy busy -> unavailable(busy);
            case NimFault.CircuitOpen open -> unavailable(open);
            case NimFault.Throttled throttled ->
                unavailable(throttled).retryAfter(throttled.retryAfter().orElse(COME_BACK));
            case NimFault.TooSlow slow -> Rejected.of(MODEL_TOO_SLOW, "There was no answer in time");
            case NimFault.Filtered filtered -> unfit("filtered");
            case NimFault.Exposed exposed -> unfit("exposed");
            case NimFault.Unreachable away -> failed(away);
            case NimFault.Degraded degraded -> failed(degraded);
            case NimFault.KeyRefused refused -> failed(refused);
            case NimFault.NoCredit none -> failed(none);
            case NimFault.Gone gone -> failed(gone);
            case NimFault.Invalid invalid -> failed(invalid);
            case NimFault.Garbled garbled -> failed(garbled);
            case NimFault.Reported reported -> failed(reported);
            case NimFault.TooLarge large -> failed(large);
            case NimFault.Broken broken -> failed(broken);
            case NimFault.Empty empty -> failed(empty);
        };
    }

    /** The problem of an answer that did not pass its checks. */
    static Rejected of(Checked.Reason reason) {
        return unfit(reason.name().toLowerCase(Locale.ROOT));
    }

    /** Nothing of the answer was left by the checks. */
    static Rejected nothingLeft() {
        return unfit("nothing_left");
    }

    private static Rejected unfit(String why) {
        return Rejected.of(UNFIT_ANSWER, "What the model said did not pass the checks: " + why);
    }

    private static Rejected unavailable(NimFault fault) {
        return Rejected.of(ProblemType.UNAVAILABLE, "The model cannot be asked right now: " + fault.label())
                .retryAfter(COME_BACK);
    }

    private static Rejected failed(NimFault fault) {
        return Rejected.of(MODEL_FAILED, "The call failed: " + fault.label());
    }
}
