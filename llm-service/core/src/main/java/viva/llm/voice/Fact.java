package viva.llm.voice;

import java.util.Locale;
import viva.contracts.Emotions;
import viva.contracts.StateView;

/** Something an avatar can truthfully say about itself: it may be said only while its {@link #strength} is above zero. */
enum Fact {
    EXHAUSTED(Aspect.FEELING, -1),
    TIRED(Aspect.FEELING, -1),
    RESTED(Aspect.FEELING, 1),
    WANTING_COMPANY(Aspect.FEELING, -1),
    FULL_OF_COMPANY(Aspect.FEELING, 1),
    BORED(Aspect.FEELING, -1),
    STIMULATED(Aspect.FEELING, 1),
    UNCOMFORTABLE(Aspect.FEELING, -1),
    COSY(Aspect.FEELING, 1),
    GOOD_MOOD(Aspect.FEELING, 1),
    EVEN_MOOD(Aspect.FEELING, 0),
    LOW_MOOD(Aspect.FEELING, -1),
    JOYFUL(Aspect.FEELING, 1),
    SAD(Aspect.FEELING, -1),
    ANGRY(Aspect.FEELING, -1),
    AFRAID(Aspect.FEELING, -1),
    SURPRISED(Aspect.FEELING, 0),
    DISGUSTED(Aspect.FEELING, -1),
    AFFECTIONATE(Aspect.FEELING, 1),
    LONELY(Aspect.FEELING, -1),
    CURIOUS(Aspect.FEELING, 1),
    EXCITED(Aspect.FEELING, 1),
    IDLE(Aspect.DOING, 0),
    THINKING(Aspect.DOING, 0),
    SOCIALIZING(Aspect.DOING, 0),
    IN_CONVERSATION(Aspect.DOING, 0),
    REFLECTING(Aspect.DOING, 0),
    CREATING_MEMORY(Aspect.DOING, 0),
    EXPLORING(Aspect.DOING, 0),
    MATCH_DISCOVERED(Aspect.DOING, 1),
    MORNING(Aspect.DOING, 0),
    DAY(Aspect.DOING, 0),
    EVENING(Aspect.DOING, 0),
    NIGHT(Aspect.DOING, 0),
    NO_WISH(Aspect.WISH, 1),
    WANTS_TO_TALK(Aspect.WISH, 0),
    WANTS_TO_SEE_CRUSH(Aspect.WISH, 0),
    WANTS_SOMETHING_NEW(Aspect.WISH, 0),
    WANTS_REST(Aspect.WISH, 0),
    WANTS_ATTENTION(Aspect.WISH, 0),
    WANTS_TO_EXPRESS(Aspect.WISH, 0);

    /** An emotion is worth a word from here on; the scale is [0, 1]. */
    private static final double FELT = .4;

    private final Aspect aspect;
    private final int valence;

    Fact(Aspect aspect, int valence) {
        this.aspect = aspect;
        this.valence = valence;
    }

    Aspect aspect() {
        return aspect;
    }

    /** -1 unpleasant, 0 neither, 1 pleasant. */
    int valence() {
        return valence;
    }

    /** The key of its lines in a phrasebook. */
    String key() {
        return "fact." + name().toLowerCase(Locale.ROOT);
    }

    /** How much it stands out, in [0, 1]; 0 when it is not true. Needs are in [0, 100], the mood in [-1, 1]. */
    double strength(StateView state) {
        Emotions felt = state.emotions();
        return switch (this) {
            case EXHAUSTED -> below(state.energy(), 22);
            case TIRED -> state.energy() >= 22 && state.energy() < 42 ? .5 : 0;
            case RESTED -> above(state.energy(), 75);
            case WANTING_COMPANY -> below(state.social(), 35);
            case FULL_OF_COMPANY -> above(state.social(), 80);
            case BORED -> below(state.stimulation(), 35);
            case STIMULATED -> above(state.stimulation(), 80);
            case UNCOMFORTABLE -> below(state.comfort(), 35);
            case COSY -> above(state.comfort(), 80);
            case GOOD_MOOD -> state.mood() > .3 ? .3 + .5 * state.mood() : 0;
            case EVEN_MOOD -> Math.abs(state.mood()) <= .2 ? .3 : 0;
            case LOW_MOOD -> state.mood() < -.25 ? .4 - .5 * state.mood() : 0;
            case JOYFUL -> emotion(felt.joy());
            case SAD -> emotion(felt.sadness());
            case ANGRY -> emotion(felt.anger());
            case AFRAID -> emotion(felt.fear());
            case SURPRISED -> emotion(felt.surprise());
            case DISGUSTED -> emotion(felt.disgust());
            case AFFECTIONATE -> emotion(felt.love());
            case LONELY -> emotion(felt.loneliness());
            case CURIOUS -> emotion(felt.curiosity());
            case EXCITED -> emotion(felt.excitement());
            case IDLE,
                    THINKING,
                    SOCIALIZING,
                    IN_CONVERSATION,
                    REFLECTING,
                    CREATING_MEMORY,
                    EXPLORING,
                    MATCH_DISCOVERED -> named(state.activity(), .8);
            case MORNING, DAY, EVENING, NIGHT ->
                named(DayPart.of(state.worldTime()).label(), .3);
            case NO_WISH -> "none".equals(state.desire()) ? .5 : 0;
            case WANTS_TO_TALK,
                    WANTS_TO_SEE_CRUSH,
                    WANTS_SOMETHING_NEW,
                    WANTS_REST,
                    WANTS_ATTENTION,
                    WANTS_TO_EXPRESS -> named(state.desire(), .7);
        };
    }

    private double named(String label, double strength) {
        return name().equalsIgnoreCase(label) ? strength : 0;
    }

    private static double emotion(double value) {
        return value >= FELT ? Math.min(1, value) : 0;
    }

    private static double below(double need, double limit) {
        return need < limit ? .4 + .6 * Math.min(1, (limit - need) / limit) : 0;
    }

    private static double above(double need, double limit) {
        return need > limit ? .3 + .4 * Math.min(1, (need - limit) / (100 - limit)) : 0;
    }
}
