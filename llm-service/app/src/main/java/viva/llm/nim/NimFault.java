package viva.llm.nim;

import java.time.Duration;
import java.util.Optional;
import viva.llm.budget.Admission;

/** Why a model gave no words. Every one of them has the same end: the offline voice speaks, in time. */
public sealed interface NimFault {
    /** No model is set up: no key, or an address that cannot be used. */
    record Off() implements NimFault {}

    /** Every model of the purpose's list is gone. */
    record NoModel() implements NimFault {}

    /** The budget has no slot. */
    record NoBudget(Admission.Reason reason) implements NimFault {}

    /** Too many requests are under way. */
    record Busy() implements NimFault {}

    /** The server failed so often that it is left alone for a while. */
    record CircuitOpen() implements NimFault {}

    /** No connection: refused, unknown host, or not in time. */
    record Unreachable() implements NimFault {}

    /** The server took longer than anybody waits. */
    record TooSlow(Stage stage) implements NimFault {}

    /** Which deadline passed. */
    enum Stage {
        FIRST_TOKEN,
        TOTAL
    }

    /** 429, with the pause that the server asked for. */
    record Throttled(Optional<Duration> retryAfter) implements NimFault {}

    /** The server is unwell for a moment: 500 to 504, or NIM's 400 "DEGRADED function cannot be invoked". */
    record Degraded(int status, Optional<Duration> retryAfter) implements NimFault {}

    /** 401 or 403: the key does not open this door. */
    record KeyRefused(int status) implements NimFault {}

    /** 402: there is no credit left. */
    record NoCredit() implements NimFault {}

    /** 404 or 410: this model does not live here, or not any more. */
    record Gone(int status) implements NimFault {}

    /** The server does not like the request; {@code detail} is its own, shortened explanation. */
    record Invalid(int status, String detail) implements NimFault {}

    /** What came is no answer: another content type, broken JSON, a stream that breaks the protocol, a vector that is none. */
    record Garbled(String what) implements NimFault {}

    /** An error object where an answer was expected. */
    record Reported(String detail) implements NimFault {}

    /** The response did not end within the limit, in bytes. */
    record TooLarge(int limit) implements NimFault {}

    /** The connection broke while the response came. */
    record Broken() implements NimFault {}

    /** Thoughts of the model came as words, since their beginning was not marked: nothing of the answer may stay. */
    record Exposed() implements NimFault {}

    /** The answer has no words: nothing, or thoughts alone. */
    record Empty() implements NimFault {}

    /** The server's content filter held the answer back. */
    record Filtered() implements NimFault {}

    /** As it stands in metrics: lower snake case, and few values. */
    default String label() {
        return switch (this) {
            case Off off -> "off";
            case NoModel none -> "no_model";
            case NoBudget none -> "no_budget";
            case Busy busy -> "busy";
            case CircuitOpen open -> "circuit_open";
            case Unreachable away -> "unreachable";
            case TooSlow slow -> slow.stage == Stage.FIRST_TOKEN ? "slow_first_token" : "slow_total";
            case Throttled throttled -> "throttled";
            case Degraded degraded -> "degraded";
            case KeyRefused refused -> "key_refused";
            case NoCredit none -> "no_credit";
            case Gone gone -> "gone";
            case Invalid invalid -> "invalid";
            case Garbled garbled -> "garbled";
            case Reported reported -> "reported";
            case TooLarge large -> "too_large";
            case Broken broken -> "broken";
            case Exposed exposed -> "exposed";
            case Empty empty -> "empty";
            case Filtered filtered -> "filtered";
        };
    }

    /** Whether what had come before it may stay: the words were fit, and only their end is missing. */
    default boolean keepsWhatCame() {
        return switch (this) {
            case TooSlow slow -> true;
            case Garbled garbled -> true;
            case Reported reported -> true;
            case TooLarge large -> true;
            case Broken broken -> true;
            case Throttled throttled -> true;
            case Degraded degraded -> true;
            case Off off -> false;
            case NoModel none -> false;
            case NoBudget none -> false;
            case Busy busy -> false;
            case CircuitOpen open -> false;
            case Unreachable away -> false;
            case KeyRefused refused -> false;
            case NoCredit none -> false;
            case Gone gone -> false;
            case Invalid invalid -> false;
            case Exposed exposed -> false;
            case Empty empty -> false;
            case Filtered filtered -> false;
        };
    }

    /** Whether it says that the server is unwell, so that the circuit breaker counts it. */
    default boolean isOutage() {
        return switch (this) {
            case Unreachable away -> true;
            case TooSlow slow -> true;
            case Degraded degraded -> true;
            case KeyRefused refused -> true;
            case NoCredit none -> true;
            case Garbled garbled -> true;
            case TooLarge large -> true;
            case Broken broken -> true;
            case Reported reported -> true;
            case Off off -> false;
            case NoModel none -> false;
            case NoBudget none -> false;
            case Busy busy -> false;
            case CircuitOpen open -> false;
            case Throttled throttled -> false;
            case Gone gone -> false;
            case Invalid invalid -> false;
            case Exposed exposed -> false;
            case Empty empty -> false;
            case Filtered filtered -> false;
        };
    }
}
