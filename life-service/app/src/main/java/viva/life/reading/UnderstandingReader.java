package viva.life.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import viva.contracts.Reading;
import viva.life.appraisal.TextReader;
import viva.life.appraisal.Tone;
import viva.life.hearing.OwnerActs;
import viva.life.hearing.Reader;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;
import viva.llm.understanding.Intent;
import viva.llm.understanding.Understanding;
import viva.llm.understanding.Understood;

/**
 * Reads in the process, at once: intents and danger as {@link Understanding} has them, tones by the lexicon of {@link TextReader}, and the
 * form of the message, such as a story, by phrases.
 */
final class UnderstandingReader implements Reader {
    /** Fainter intents are not worth a place in the journal; ours. */
    private static final double FAINTEST = .25;

    /** From here on, in [0, 1], an intent counts as meant. */
    private static final double MEANT = .5;

    /** How far an invitation has to stand above {@code other}; ours. */
    private static final double CLEARLY = .3;

    /** Just not meant. */
    private static final double HARDLY = .49;

    /** How sarcasm stands among the tones. */
    private static final String SARCASM = "sarcasm";

    /** Tones that are not meant where there is sarcasm. */
    private static final Set<Tone> REVERSED = Set.of(Tone.PRAISE, Tone.THANKS, Tone.GOOD_NEWS, Tone.AFFECTION);

    /** What phrases tell of a message beside its intents. */
    private static final Set<Gist> FORMS =
            Set.of(Gist.QUESTION, Gist.STORY, Gist.UNREADABLE, Gist.WORDLESS, Gist.INTRODUCTION, Gist.ASKS_OWN_NAME);

    private final Understanding understanding;
    private final Listener listener = new Listener();

    UnderstandingReader(Understanding understanding) {
        this.understanding = understanding;
    }

    @Override
    public Reading read(String text, Locale hint) {
        Understood understood = understanding.understand(text, hint);
        Map<String, Double> intents = new TreeMap<>();
        understood.strengths().forEach((intent, strength) -> {
            if (strength >= FAINTEST) {
                intents.put(intent.label(), strength);
            }
        });
        doubt(intents);
        addForms(listener.hearPhrases(text, Language.of(hint.toLanguageTag())), intents);
        Map<String, Double> tones = tones(text, understood.sarcastic());
        unsaid(tones, intents, text);
        Reading read = new Reading(understood.reader(), tones, intents, understood.distress(), null);
        return new Reading(read.reader(), read.tones(), read.intents(), read.distress(), OwnerActs.of(read));
    }

    private static void addForms(Heard heard, Map<String, Double> intents) {
        for (Gist form : FORMS) {
            if (heard.gist() == form || heard.also().contains(form)) {
                intents.put(form.label(), 1.0);
            }
        }
    }

    /** What is hardly an invitation is not accepted. */
    private static void doubt(Map<String, Double> intents) {
        String invitation = Intent.INVITATION.label();
        double rival = intents.getOrDefault(Intent.OTHER.label(), 0.0);
        if (intents.getOrDefault(invitation, 0.0) < rival + CLEARLY && intents.containsKey(invitation)) {
            intents.merge(invitation, HARDLY, Math::min);
        }
    }

    /** Takes away tones that single words have where the whole message has no such intent: {@code how} asks nothing in a statement. */
    private static void unsaid(Map<String, Double> tones, Map<String, Double> intents, String text) {
        boolean asks = text.indexOf('?') >= 0
                || intents.entrySet().stream()
                        .anyMatch(intent -> intent.getKey().startsWith("asks_") && intent.getValue() >= HARDLY);
        if (!asks && !intents.containsKey(Gist.QUESTION.label())) {
            tones.remove(Tone.QUESTION.label());
        }
        boolean other = intents.getOrDefault(Intent.OTHER.label(), 0.0) >= MEANT;
        if (other && !intents.containsKey(Intent.GREETING.label())) {
            tones.remove(Tone.GREETING.label());
        }
    }

    private static Map<String, Double> tones(String text, boolean sarcastic) {
        Map<String, Double> tones = new TreeMap<>(TextReader.read(text).labelled());
        if (sarcastic) {
            REVERSED.forEach(tone -> tones.remove(tone.label()));
            tones.put(SARCASM, 1.0);
        }
        return tones;
    }
}
