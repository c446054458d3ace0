package viva.llm.nim;

import java.util.Locale;
import viva.llm.budget.CallPurpose;

/** What a list of models is for. */
public enum Purpose {
    ANSWER,
    TURN,
    THOUGHT,
    REFLECTION,
    ANALYSIS;

    static Purpose of(CallPurpose call) {
        return switch (call) {
            case ANSWER, GREETING, PROBE -> ANSWER;
            case TURNING_POINT, TURN -> TURN;
            case THOUGHT -> THOUGHT;
            case REFLECTION -> REFLECTION;
            case ANALYSIS, EMBEDDING -> ANALYSIS;
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
