package viva.llm.voice;

import java.util.Locale;
import java.util.Set;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.StateView;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;

/** How something is said. */
enum Tone {
    WARM,
    PLAYFUL,
    SLEEPY,
    SAD,
    IRRITATED,
    WORRIED,
    CURIOUS,
    EXCITED,
    GENTLE,
    CALM;

    /** An emotion colours the voice from here on; the scale is [0, 1]. */
    private static final double COLOURING = .5;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this tone raises its voice. */
    boolean isLively() {
        return this == PLAYFUL || this == EXCITED || this == WARM || this == CURIOUS;
    }

    static Tone of(SpeakV1 request, Gist gist, Set<Style> styles) {
        Tone tone = ofOccasion(request, gist, styles);
        boolean light = tone == PLAYFUL || tone == EXCITED || tone == IRRITATED;
        return request.context().concern() && light ? GENTLE : tone;
    }

    private static Tone ofOccasion(SpeakV1 request, Gist gist, Set<Style> styles) {
        StateView state = request.state();
        return switch (request.occasion()) {
            case ANSWER -> ofAnswer(state, gist, styles);
            case TURN -> request.act() == null ? ofAnswer(state, gist, styles) : ofAct(request.act(), state, styles);
            case GREETING, REACH_OUT -> welcoming(ofAnswer(state, Gist.STATEMENT, styles));
            case THOUGHT -> ofAnswer(state, Gist.STATEMENT, styles);
        };
    }

    private static Tone ofAct(DialogueAct act, StateView state, Set<Style> styles) {
        if (isSleepy(state)) {
            return SLEEPY;
        }
        return switch (act) {
            case COMFORT, APOLOGISE -> GENTLE;
            case ARGUE -> IRRITATED;
            case JOKE, TEASE, FLIRT -> PLAYFUL;
            case COMPLIMENT, THANK -> WARM;
            case INVITE -> styles.contains(Style.RESERVED) ? WARM : EXCITED;
            case GREET, ASK, DISCLOSE, AGREE, DISAGREE, SHARE_MEMORY, GOODBYE ->
                ofFeelings(state, styles, Gist.STATEMENT);
        };
    }

    /** Whoever welcomes may be sleepy or sad, but not cross with the one who comes. */
    private static Tone welcoming(Tone felt) {
        return switch (felt) {
            case SAD, WORRIED -> GENTLE;
            case IRRITATED, CALM -> WARM;
            case WARM, PLAYFUL, SLEEPY, CURIOUS, EXCITED, GENTLE -> felt;
        };
    }

    private static boolean isSleepy(StateView state) {
        return state.asleep() || state.energy() < 15;
    }

    private static Tone ofAnswer(StateView state, Gist gist, Set<Style> styles) {
        if (gist == Gist.DISTRESS) {
            return GENTLE;
        }
        if (isSleepy(state)) {
            return SLEEPY;
        }
        return switch (gist) {
            case BAD_NEWS, APOLOGY, FEELING_BETTER -> GENTLE;
            case INSULT -> hurt(styles);
            case GOOD_NEWS -> styles.contains(Style.RESERVED) ? WARM : EXCITED;
            case LOVE, MISSING_YOU, THANKS, COMPLIMENT -> styles.contains(Style.AVOIDANT) ? CALM : WARM;
            default -> ofFeelings(state, styles, gist);
        };
    }

    private static Tone hurt(Set<Style> styles) {
        if (styles.contains(Style.BLUNT)) {
            return IRRITATED;
        }
        return styles.contains(Style.WORRIED) || styles.contains(Style.ANXIOUS) ? SAD : CALM;
    }

    private static Tone ofFeelings(StateView state, Set<Style> styles, Gist gist) {
        Emotions felt = state.emotions();
        double strongest = Math.max(
                COLOURING, Math.max(Math.max(felt.anger(), felt.sadness()), Math.max(felt.fear(), felt.loneliness())));
        if (felt.anger() == strongest) {
            return IRRITATED;
        }
        if (felt.sadness() == strongest || felt.loneliness() == strongest || state.mood() < -.35) {
            return SAD;
        }
        if (felt.fear() == strongest) {
            return WORRIED;
        }
        if (felt.excitement() >= COLOURING) {
            return EXCITED;
        }
        if (gist == Gist.ASKS_JOKE || gist == Gist.LAUGHTER) {
            return PLAYFUL;
        }
        if (felt.curiosity() >= COLOURING) {
            return CURIOUS;
        }
        return ofCharacter(state, styles);
    }

    private static Tone ofCharacter(StateView state, Set<Style> styles) {
        if (state.mood() > .35 && styles.contains(Style.OUTGOING)) {
            return PLAYFUL;
        }
        if (styles.contains(Style.KIND) && state.mood() > -.1) {
            return WARM;
        }
        return styles.contains(Style.IMAGINATIVE) ? CURIOUS : CALM;
    }
}
