package viva.llm.voice;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import viva.contracts.Reading;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;

/**
 * What a message is answered as: what the reading that came with it found, else what the phrases here found. Danger counts from either.
 */
final class Meaning {
    /** From here on, in [0, 1], an intent counts as meant and distress as danger. */
    private static final double MEANT = .5;

    /** Readers that know no more than the phrases here. */
    private static final String BY_RULES = "rules";

    private static final Map<String, Gist> BY_LABEL = Map.of(
            "affection", Gist.LOVE,
            "asks_wishes", Gist.ASKS_WISH,
            "asks_identity", Gist.ASKS_ABOUT,
            "sarcasm", Gist.SARCASM,
            "other", Gist.STATEMENT);

    /** What a message is by its form, whatever it means. */
    private static final Set<Gist> BY_FORM =
            EnumSet.of(Gist.QUESTION, Gist.STORY, Gist.UNREADABLE, Gist.WORDLESS, Gist.INTRODUCTION);

    private Meaning() {}

    static Heard of(Reading reading, Heard heard) {
        if (reading == null) {
            return heard;
        }
        if (reading.distress() >= MEANT || heard.gist() == Gist.DISTRESS) {
            return as(heard, Gist.DISTRESS, heard.also());
        }
        if (reading.reader().startsWith(BY_RULES)) {
            return heard;
        }
        Set<Gist> gists = EnumSet.noneOf(Gist.class);
        reading.intents().forEach((label, strength) -> add(label, strength, heard, gists));
        if (reading.tones().getOrDefault("sarcasm", 0.0) >= MEANT) {
            gists.add(Gist.SARCASM);
        }
        if (gists.isEmpty()) {
            return heard;
        }
        heard.also().stream().filter(BY_FORM::contains).forEach(gists::add);
        if (BY_FORM.contains(heard.gist())) {
            gists.add(heard.gist());
        }
        Gist leading = gists.iterator().next();
        gists.remove(leading);
        return as(heard, leading, gists);
    }

    private static void add(String label, double strength, Heard heard, Set<Gist> gists) {
        if (strength < MEANT) {
            return;
        }
        Gist gist = gist(label);
        Gist near = gist == Gist.LOVE ? Gist.MISSING_YOU : gist == Gist.ASKS_ABOUT ? Gist.ASKS_NAME : gist;
        boolean nearer = heard.gist() == near || heard.also().contains(near);
        gists.add(nearer ? near : gist);
    }

    private static Gist gist(String label) {
        for (Gist gist : Gist.values()) {
            if (gist.label().equals(label)) {
                return gist;
            }
        }
        return BY_LABEL.getOrDefault(label.toLowerCase(Locale.ROOT), Gist.STATEMENT);
    }

    private static Heard as(Heard heard, Gist gist, Set<Gist> also) {
        Set<Gist> others = EnumSet.noneOf(Gist.class);
        others.addAll(also);
        if (gist != heard.gist() && gist == Gist.DISTRESS) {
            others.add(heard.gist());
        }
        others.remove(gist);
        return new Heard(gist, others, heard.topic(), heard.speaker(), heard.language());
    }
}
