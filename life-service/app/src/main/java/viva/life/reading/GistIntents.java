package viva.life.reading;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import viva.life.hearing.Intents;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;

/** What a message wants, as the offline voice hears it: what it comes down to for certain, and everything else it is somewhat less. */
final class GistIntents implements Intents {
    /** Strength of the gist that is to be answered; ours, as is {@link #ALSO}. */
    private static final double MAIN = 1;

    private static final double ALSO = .7;

    private final Listener listener = new Listener();

    @Override
    public Map<String, Double> of(String text, Locale hint) {
        Heard heard = listener.hear(text, Language.of(hint.toLanguageTag()));
        Map<String, Double> strengths = new TreeMap<>();
        for (Gist gist : heard.also()) {
            strengths.put(gist.label(), ALSO);
        }
        strengths.put(heard.gist().label(), MAIN);
        return strengths;
    }
}
