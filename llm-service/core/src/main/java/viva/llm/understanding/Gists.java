package viva.llm.understanding;

import java.util.EnumMap;
import java.util.Map;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;

/** What phrases hear, as intents. */
final class Gists {
    /** Strength of the gist that is to be answered; ours, as is {@link #ALSO}. */
    private static final double MAIN = 1;

    private static final double ALSO = .7;

    private Gists() {}

    static Map<Intent, Double> intents(Heard heard) {
        Map<Intent, Double> strengths = new EnumMap<>(Intent.class);
        for (Gist gist : heard.also()) {
            if (isTold(gist)) {
                strengths.merge(intent(gist), ALSO, Math::max);
            }
        }
        strengths.merge(intent(heard.gist()), MAIN, Math::max);
        return strengths;
    }

    private static boolean isTold(Gist gist) {
        return intent(gist) != Intent.OTHER;
    }

    private static Intent intent(Gist gist) {
        return switch (gist) {
            case DISTRESS -> Intent.DISTRESS;
            case LOVE, MISSING_YOU -> Intent.AFFECTION;
            case GRIEF -> Intent.GRIEF;
            case REJECTION -> Intent.REJECTION;
            case INSULT -> Intent.INSULT;
            case APOLOGY -> Intent.APOLOGY;
            case BAD_NEWS -> Intent.BAD_NEWS;
            case FEELING_BETTER -> Intent.FEELING_BETTER;
            case GOOD_NEWS -> Intent.GOOD_NEWS;
            case INTRODUCTION, TELLS_FACT -> Intent.TELLS_FACT;
            case ASKS_OWN_NAME, ASKS_MEMORY -> Intent.ASKS_MEMORY;
            case ASKS_NATURE -> Intent.ASKS_NATURE;
            case ASKS_NAME, ASKS_ABOUT -> Intent.ASKS_IDENTITY;
            case ASKS_DOING -> Intent.ASKS_DOING;
            case ASKS_DAY -> Intent.ASKS_DAY;
            case ASKS_THOUGHTS -> Intent.ASKS_THOUGHTS;
            case ASKS_WISH -> Intent.ASKS_WISHES;
            case ASKS_INTERESTS -> Intent.ASKS_INTERESTS;
            case ASKS_JOKE -> Intent.ASKS_JOKE;
            case ASKS_OPINION -> Intent.ASKS_OPINION;
            case ASKS_FRIENDS -> Intent.ASKS_FRIENDS;
            case INVITATION -> Intent.INVITATION;
            case ASKS_FEELINGS -> Intent.ASKS_FEELINGS;
            case COMPLIMENT -> Intent.COMPLIMENT;
            case THANKS -> Intent.THANKS;
            case FAREWELL -> Intent.FAREWELL;
            case GREETING -> Intent.GREETING;
            case LAUGHTER -> Intent.LAUGHTER;
            case AGREEMENT -> Intent.AGREEMENT;
            case DISAGREEMENT -> Intent.DISAGREEMENT;
            case SARCASM, QUESTION, STORY, UNREADABLE, WORDLESS, STATEMENT -> Intent.OTHER;
        };
    }
}
