package viva.llm.phrasebook;

import java.util.Locale;

/** A language that avatars speak. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    SPANISH("es"),
    PORTUGUESE("pt");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The two-letter code, as in the names of the resource folders. */
    public String tag() {
        return tag;
    }

    /** The language of a BCP 47 tag such as {@code pt-BR}; English when it is null or not one of ours. */
    public static Language of(String locale) {
        if (locale == null) {
            return ENGLISH;
        }
        String primary = locale.strip().toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (primary.equals(language.tag) || primary.startsWith(language.tag + "-")) {
                return language;
            }
        }
        return ENGLISH;
    }
}
