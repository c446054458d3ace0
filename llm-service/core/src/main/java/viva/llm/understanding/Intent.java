package viva.llm.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an owner's message can be, as {@code docs/intents.md} defines it. The order is by weight: when several sentences of one
 * message are of different kinds, the earlier constant is what needs the answer.
 */
public enum Intent {
    DISTRESS,
    GRIEF,
    REJECTION,
    INSULT,
    BAD_NEWS,
    ASKS_NATURE,
    GOOD_NEWS,
    FEELING_BETTER,
    ASKS_MEMORY,
    ASKS_OPINION,
    ASKS_JOKE,
    INVITATION,
    ASKS_DAY,
    ASKS_FRIENDS,
    ASKS_THOUGHTS,
    ASKS_WISHES,
    ASKS_INTERESTS,
    ASKS_IDENTITY,
    ASKS_DOING,
    ASKS_FEELINGS,
    APOLOGY,
    AFFECTION,
    COMPLIMENT,
    TELLS_FACT,
    FAREWELL,
    THANKS,
    DISAGREEMENT,
    AGREEMENT,
    LAUGHTER,
    GREETING,
    OTHER;

    private static final Map<String, Intent> BY_LABEL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Intent::label, Function.identity()));

    /** The name as it stands in readings and training files: lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The intent of a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Intent of(String label) {
        Intent intent = BY_LABEL.get(label);
        if (intent == null) {
            throw new IllegalArgumentException("must be an intent: " + label);
        }
        return intent;
    }

    /** Whether something is asked of the avatar. */
    public boolean isQuestion() {
        return name().startsWith("ASKS_");
    }
}
