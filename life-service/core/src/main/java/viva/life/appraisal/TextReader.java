package viva.life.appraisal;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the tone of what an owner wrote, in English, German, Spanish or Portuguese. It knows words, not meanings: a small lexicon
 * with negation, intensifiers and address. That is enough to feel by, and it is the same on every machine. The text is untrusted;
 * beyond its first {@value Words#MAX_CHARS} characters it is not read.
 */
public final class TextReader {
    private static final List<Lexicon> LEXICONS =
            Stream.of("en", "de", "es", "pt").map(Lexicon::of).toList();

    /** How many words back a negation or an intensifier reaches. */
    private static final int REACH = 3;

    private TextReader() {}

    /** The tones of a text; none for a text without words. */
    public static TextReading read(String text) {
        List<String> words = Words.of(text);
        Lexicon lexicon = LEXICONS.getFirst();
        long most = lexicon.familiar(words);
        for (Lexicon candidate : LEXICONS.subList(1, LEXICONS.size())) {
            long familiar = candidate.familiar(words);
            if (familiar > most) {
                lexicon = candidate;
                most = familiar;
            }
        }
        return weigh(words, lexicon, text);
    }

    private static TextReading weigh(List<String> words, Lexicon lexicon, String text) {
        EnumMap<Tone, Double> heard = new EnumMap<>(Tone.class);
        boolean addressed = words.stream().anyMatch(lexicon::addresses);
        ArrayDeque<String> before = new ArrayDeque<>();
        for (int i = 0; i < words.size(); ) {
            int length = phraseAt(words, i, lexicon);
            if (length > 0) {
                Set<Tone> tones = lexicon.tones(String.join(" ", words.subList(i, i + length)));
                hear(tones, before, lexicon, addressed, heard);
            }
            for (int end = i + Math.max(1, length); i < end; i++) {
                before.addLast(words.get(i));
                if (before.size() > REACH) {
                    before.removeFirst();
                }
            }
        }
        if (text.indexOf('?') >= 0 || text.indexOf('？') >= 0 || text.indexOf('؟') >= 0) {
            heard.merge(Tone.QUESTION, 2.0, Double::sum);
        }
        return TextReading.ofHits(heard);
    }

    /** How many words the longest phrase of the lexicon that begins here has; 0 when none does. */
    private static int phraseAt(List<String> words, int start, Lexicon lexicon) {
        for (int length = Math.min(Lexicon.PHRASE, words.size() - start); length > 0; length--) {
            if (!lexicon.tones(String.join(" ", words.subList(start, start + length)))
                    .isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    private static void hear(
            Set<Tone> tones,
            ArrayDeque<String> before,
            Lexicon lexicon,
            boolean addressed,
            EnumMap<Tone, Double> heard) {
        boolean negated = before.stream().anyMatch(lexicon::negates);
        double weight = before.stream().anyMatch(lexicon::strengthens) ? 1.5 : 1;
        for (Tone tone : tones) {
            double aimed = tone == Tone.HOSTILITY && !addressed ? weight / 2 : weight;
            if (negated) {
                turn(tone, aimed, heard);
            } else {
                heard.merge(tone, aimed, Double::sum);
            }
        }
    }

    /** "Not nice" is a mild reproach, "not stupid" a faint praise; what merely accompanies a talk is simply not said. */
    private static void turn(Tone tone, double weight, EnumMap<Tone, Double> heard) {
        switch (tone) {
            case PRAISE, AFFECTION -> heard.merge(Tone.HOSTILITY, weight / 2, Double::sum);
            case HOSTILITY -> heard.merge(Tone.PRAISE, weight / 4, Double::sum);
            case GOOD_NEWS -> heard.merge(Tone.SAD_NEWS, weight / 2, Double::sum);
            case SAD_NEWS -> heard.merge(Tone.GOOD_NEWS, weight / 4, Double::sum);
            case QUESTION -> heard.merge(tone, weight, Double::sum);
            case CARE, THANKS, APOLOGY, GREETING, FAREWELL -> {}
        }
    }
}
