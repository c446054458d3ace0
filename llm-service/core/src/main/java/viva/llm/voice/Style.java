package viva.llm.voice;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;

/** A way of speaking that follows from the personality. The phrasebooks hold lines of their own for each: {@code key/style}. */
enum Style {
    OUTGOING,
    RESERVED,
    KIND,
    BLUNT,
    IMAGINATIVE,
    PRACTICAL,
    ORDERLY,
    CASUAL,
    WORRIED,
    STEADY,
    WITTY,
    SARCASTIC,
    WHOLESOME,
    DARK,
    ABSURD,
    WORDS,
    TIME,
    GIFTS,
    TOUCH,
    SERVICE,
    SECURE,
    ANXIOUS,
    AVOIDANT,
    FEARFUL;

    /** A trait shows in speech outside of the middle fifth. */
    private static final double HIGH = .6;

    private static final double LOW = .4;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<Style> of(Personality who) {
        Set<Style> styles = EnumSet.of(
                valueOf(who.humorStyle().name()),
                valueOf(who.loveLanguage().name()),
                valueOf(who.attachmentStyle().name()));
        add(styles, who.extraversion(), OUTGOING, RESERVED);
        add(styles, who.agreeableness(), KIND, BLUNT);
        add(styles, who.openness(), IMAGINATIVE, PRACTICAL);
        add(styles, who.conscientiousness(), ORDERLY, CASUAL);
        add(styles, who.neuroticism(), WORRIED, STEADY);
        return Collections.unmodifiableSet(styles);
    }

    /** Without the humour. */
    static Set<Style> seriousOf(Personality who) {
        Set<Style> styles = EnumSet.copyOf(of(who));
        styles.removeAll(EnumSet.of(WITTY, SARCASTIC, DARK, ABSURD));
        return Collections.unmodifiableSet(styles);
    }

    private static void add(Set<Style> styles, UnitInterval trait, Style high, Style low) {
        if (trait.value() > HIGH) {
            styles.add(high);
        } else if (trait.value() < LOW) {
            styles.add(low);
        }
    }
}
