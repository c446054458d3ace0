package viva.llm.voice;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.llm.hearing.PlainText;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Language;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.phrasebook.Slot;

/**
 * Puts what an avatar keeps in memory into its own words: one or two sentences in the first person, in the language and manner of
 * its profile. A pure function of its arguments. Safe for concurrent use; takes microseconds. Creating it reads the phrasebooks
 * once, so keep one.
 */
public final class Recounting {
    /** The longest memory, in UTF-16 characters. */
    public static final int MOST_CHARS = 400;

    /** From here on a quality of a conversation is what one tells of it; outcomes are in [0, 1]. Ours. */
    private static final double MARKED = .5;

    private static final double STRONG = .65;
    private static final double DULL = .4;
    private static final String NEWS = "news.";
    private static final Set<String> SAD_MILESTONES = Set.of("first_conflict", "broke_up");
    private static final Set<String> PLEASANT = Set.of("joy", "love", "curiosity", "excitement", "surprise");
    private static final Set<String> UNPLEASANT = Set.of("sadness", "anger", "fear", "disgust", "loneliness");

    private final Map<Language, Phrasebook> phrasebooks = new EnumMap<>(Language.class);

    /** Why something is kept; {@link #label()} is the kind of the memory. */
    public enum Kind {
        INTERACTION,
        EXPERIENCE,
        REFLECTION,
        MILESTONE,
        EMOTIONAL_PEAK;

        /** The name as it stands in JSON: lower snake case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Recounting() {
        for (Language language : Language.values()) {
            phrasebooks.put(language, Phrasebook.load(language));
        }
    }

    /**
     * The memory in words. Never empty, at most {@value #MOST_CHARS} characters.
     *
     * @param self who remembers
     * @param partner the name of the other avatar, or null; one that cannot be said becomes "somebody"
     * @param outcome of the conversation that is remembered, or null; decides what is told of an interaction, and whether a peak
     *     was a good one
     * @param topic null, or one of: an interest such as {@code astronomy}; for a milestone its label such as
     *     {@code became_friends}; for a peak the name of an emotion such as {@code joy}. What cannot be said is left out.
     * @param seed the same seed gets the same words, such as the id of the memory
     */
    public String recount(
            AvatarProfile self, Kind kind, String partner, ConversationOutcome outcome, String topic, UUID seed) {
        Language language = Language.of(self.locale());
        Phrasebook phrasebook = phrasebooks.get(language);
        Chance chance = new Chance(seed, kind.label().hashCode());
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        Set<Style> styles = Style.of(self.personality());
        LinePicker picker = new LinePicker(false, phrasebook, styles, Recollection.NOTHING, slots, chance);
        Delivery delivery = new Delivery(Tone.WARM, styles);
        said(partner)
                .or(() -> needsSomebody(kind) ? Optional.of(picker.anyLine("word.somebody")) : Optional.<String>empty())
                .ifPresent(name -> slots.put(Slot.PARTNER, name));
        said(topic)
                .filter(word -> !PLEASANT.contains(word) && !UNPLEASANT.contains(word))
                .ifPresent(word -> slots.put(Slot.SUBJECT, Gaps.interest(phrasebook, word, chance)));
        String key = key(kind, outcome, topic, phrasebook);
        String tail = key.startsWith(NEWS) ? " " + picker.anyLine("recount.milestone." + weight(topic)) : "";
        return delivery.of(picker.anyLine(key) + tail);
    }

    private static String weight(String milestone) {
        return SAD_MILESTONES.contains(milestone) ? "hard" : "tail";
    }

    private static boolean needsSomebody(Kind kind) {
        return switch (kind) {
            case INTERACTION, MILESTONE -> true;
            case EXPERIENCE, REFLECTION, EMOTIONAL_PEAK -> false;
        };
    }

    private static Optional<String> said(String label) {
        return Optional.ofNullable(label).map(String::strip).filter(PlainText::speakableLabel);
    }

    private static String key(Kind kind, ConversationOutcome outcome, String topic, Phrasebook phrasebook) {
        return switch (kind) {
            case INTERACTION -> "recount." + (outcome == null ? "talk" : interaction(outcome, phrasebook));
            case EXPERIENCE, REFLECTION -> "recount." + kind.label();
            case MILESTONE ->
                topic != null && !phrasebook.lines(NEWS + topic).isEmpty() ? NEWS + topic : "recount.milestone";
            case EMOTIONAL_PEAK -> "recount.peak." + (wasGood(outcome, topic) ? "good" : "bad");
        };
    }

    /** What stands out of a conversation: a decision, else hard words, else tender ones, else how it went. */
    private static String interaction(ConversationOutcome outcome, Phrasebook phrasebook) {
        String decision = "turn." + outcome.turningPoint();
        double enjoyment = enjoyment(outcome);
        if (!phrasebook.lines("recount." + decision).isEmpty()) {
            return decision;
        }
        if (outcome.conflict() >= MARKED) {
            return "talk.conflict";
        }
        if (outcome.flirtation() >= MARKED) {
            return "talk.flirt";
        }
        if (enjoyment < DULL) {
            return "talk.dull";
        }
        if (Math.max(outcome.depth(), outcome.vulnerability()) >= STRONG) {
            return "talk.deep";
        }
        if (outcome.humorMatch() >= STRONG && enjoyment >= MARKED) {
            return "talk.fun";
        }
        return outcome.mutualUnderstanding() >= STRONG ? "talk.understood" : "talk";
    }

    private static boolean wasGood(ConversationOutcome outcome, String topic) {
        if (topic != null && (PLEASANT.contains(topic) || UNPLEASANT.contains(topic))) {
            return PLEASANT.contains(topic);
        }
        return outcome == null || (enjoyment(outcome) >= MARKED && outcome.conflict() < MARKED);
    }

    private static double enjoyment(ConversationOutcome outcome) {
        return (outcome.hostEnjoyment() + outcome.guestEnjoyment()) / 2;
    }
}
