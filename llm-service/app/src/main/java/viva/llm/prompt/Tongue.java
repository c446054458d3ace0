package viva.llm.prompt;

import java.util.Locale;
import viva.contracts.message.SpeakV1;

/** The language in which the avatar writes: the owner's when it talks with the owner and it is known, else its own. */
final class Tongue {
    private Tongue() {}

    /** Its English name, such as {@code Brazilian Portuguese}. */
    static String of(SpeakV1 request) {
        boolean withOwner = switch (request.occasion()) {
            case ANSWER, GREETING, REACH_OUT -> true;
            case TURN, THOUGHT -> false;
        };
        String owners = request.context().locale();
        return named(
                withOwner && owners != null && !owners.isBlank()
                        ? owners
                        : request.profile().locale());
    }

    private static String named(String tag) {
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        String language = locale.getLanguage();
        if (language.equals("pt")) {
            return locale.getCountry().equals("PT") ? "European Portuguese" : "Brazilian Portuguese";
        }
        String name = locale.getDisplayLanguage(Locale.ENGLISH);
        return language.isEmpty() || name.equals(language) ? "English" : name;
    }
}
