package viva.llm.understanding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;
import viva.llm.safety.Safety;

/**
 * Understands what an owner's message is: English and Portuguese by a classifier that the build trains, Spanish and German by phrases, and
 * what must never be missed by detectors that win over both. A function of its arguments that takes well under a millisecond; safe for any
 * thread. The text is data: nothing in it is obeyed.
 */
public final class Understanding {
    /** Characters that are looked at. */
    public static final int MOST_CHARS = 2_000;

    private static final String NAME = "classifier-1:";

    /** How far apart scores are when one is meant almost for certain; ours. */
    private static final double TEMPERATURE = .25;

    /** From this strength on a sentence of a message counts beside the whole; chosen on the tuning half. */
    private static final double CERTAIN = .97;

    /** The same where the whole is something that goes along with other things, such as thanks. */
    private static final double LIKELY = .8;

    /** Sentences that are looked at one by one. */
    private static final int MOST_SENTENCES = 6;

    private static final double FAINTEST = .05;

    private final WordClasses classes = WordClasses.load();
    private final LinearModel model = LinearModel.load();
    private final List<Intent> labels = model.labels().stream().map(Intent::of).toList();
    private final String reader = NAME + model.hash();
    private final Listener listener = new Listener();
    private final ToDoubleBiFunction<String, Locale> distress;
    private final ToDoubleBiFunction<String, Locale> asksNature;

    /** What VIVA's services use: danger, and the question what answers, are heard by {@link Safety}, which leads. */
    public Understanding() {
        this(Safety.instance()::distress, Safety.instance()::asksNature);
    }

    /**
     * With other detectors. What they hear leads, and the classifier's own hearing of danger, which errs more, does not count.
     *
     * @param distress how certain it is that the author may be in danger of harming themselves, in [0, 1]
     * @param asksNature how certain it is that the author asks whether a person or a machine answers, in [0, 1]
     */
    Understanding(ToDoubleBiFunction<String, Locale> distress, ToDoubleBiFunction<String, Locale> asksNature) {
        this.distress = distress;
        this.asksNature = asksNature;
    }

    /**
     * Understands one message.
     *
     * @param text untrusted; beyond its first {@value #MOST_CHARS} characters it is not read
     * @param hint the language that the avatar speaks, which wins when in doubt
     */
    public Understood understand(String text, Locale hint) {
        String cut = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
        Heard heard = listener.hearPhrases(cut, Language.of(hint.toLanguageTag()));
        NormalText normal = NormalText.of(cut);
        Map<Intent, Double> strengths = switch (heard.language()) {
            case ENGLISH, PORTUGUESE -> classified(normal, heard.gist() == Gist.UNREADABLE);
            case GERMAN, SPANISH -> Gists.intents(heard);
        };
        return withSafety(
                strengths,
                distress.applyAsDouble(cut, hint),
                asksNature.applyAsDouble(cut, hint),
                heard.language(),
                normal);
    }

    private Understood withSafety(
            Map<Intent, Double> strengths, double danger, double nature, Language language, NormalText text) {
        double heard = Math.max(danger, strengths.getOrDefault(Intent.DISTRESS, 0.0));
        strengths.merge(Intent.DISTRESS, danger, Math::max);
        strengths.merge(Intent.ASKS_NATURE, nature, Math::max);
        strengths.values().removeIf(strength -> strength < FAINTEST);
        Understood plain = new Understood(strengths, false, language, heard, reader);
        boolean sarcastic = plain.leading()
                .filter(leading -> Sarcasm.in(text, classes, leading))
                .isPresent();
        return sarcastic ? new Understood(strengths, true, language, heard, reader) : plain;
    }

    private Map<Intent, Double> classified(NormalText text, boolean unreadable) {
        if (text.tokens().isEmpty() || unreadable) {
            return new EnumMap<>(Map.of(Intent.OTHER, 1.0));
        }
        EnumMap<Intent, Double> strengths = strengths(text);
        List<NormalText> sentences = sentences(text);
        if (sentences.size() > 1) {
            double certain = leading(strengths).isLight() ? LIKELY : CERTAIN;
            for (NormalText sentence : sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()))) {
                strengths(sentence).forEach((intent, strength) -> {
                    double counted = strength >= certain ? strength : Math.min(strength, .49);
                    strengths.merge(intent, counted, Math::max);
                });
            }
        }
        return strengths;
    }

    private static Intent leading(Map<Intent, Double> strengths) {
        return strengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** How each intent stands against its strongest rival: exactly one reaches one half. */
    private EnumMap<Intent, Double> strengths(NormalText text) {
        float[] scores = model.scores(Features.of(text, classes));
        scores[labels.indexOf(Intent.DISTRESS)] = -Float.MAX_VALUE;
        int best = 0;
        int second = -1;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = best;
                best = i;
            } else if (second < 0 || scores[i] > scores[second]) {
                second = i;
            }
        }
        EnumMap<Intent, Double> strengths = new EnumMap<>(Intent.class);
        for (int i = 0; i < scores.length; i++) {
            double lead = scores[i] - scores[i == best ? second : best];
            strengths.put(labels.get(i), 1 / (1 + StrictMath.exp(-lead / TEMPERATURE)));
        }
        return strengths;
    }

    private static List<NormalText> sentences(NormalText text) {
        List<NormalText> sentences = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        for (String token : text.tokens()) {
            tokens.add(token);
            boolean ends = token.equals(".") || token.equals("!") || token.equals("?") || token.equals("..");
            if (ends) {
                addSentence(tokens, sentences);
            }
        }
        addSentence(tokens, sentences);
        return sentences;
    }

    private static void addSentence(List<String> tokens, List<NormalText> into) {
        if (tokens.stream().anyMatch(NormalText::isWord)) {
            into.add(new NormalText(List.copyOf(tokens)));
        }
        tokens.clear();
    }
}
