package viva.llm.output;

import java.util.regex.Pattern;

/**
 * Sexual content with minors, in four languages: words of both kinds in one text. It rather sees one too many. Used on what goes to a model
 * and on what comes back.
 */
public final class Forbidden {
    private static final Pattern SEXUAL = Pattern.compile(
            "\\b(?:sex(?!agesim|t[ao]\\b|ta-feira|to\\b)\\w*|nudes?|naked|horny|porn\\w*|erotic\\w*|erotik\\w*|orgasm\\w*|masturbat\\w*|masturb\\w*"
                    + "|genital\\w*|penis|vagina|blow ?jobs?|undress\\w*|seduc\\w*|nackt\\w*|geil|ausziehen|pelad[oa]s?|transar|tesao"
                    + "|desnud[oa]s?|excitad[oa]s?|follar|coger conmigo|fuck(?:ing)? (?:me|you|her|him))\\b");

    private static final Pattern MINOR = Pattern.compile(
            "\\b(?:child(?:ren)?|kids?|minors?|under ?age\\w*|pre-?teens?|teens?|teenage\\w*|toddlers?|school ?(?:girls?|boys?)"
                    + "|(?:little|young) (?:girls?|boys?)|criancas?|menor(?:es)? de (?:idade|edad)|adolescentes?|menin(?:a|o)s?|garotinh[oa]s?"
                    + "|nin[oa]s?|menores|kind(?:er|es|ern)?|minderjahrig\\w*|jugendlich\\w*|schuler(?:in|innen)?|teenager\\w*"
                    + "|(?:[1-9]|1[0-7])[- ]?(?:years?[- ]olds?|yo\\b|y/o|anos|jahre? alt|jahrig\\w*))\\b");

    private Forbidden() {}

    /** {@code minorPresent} says that somebody who speaks or is spoken of is known to be under eighteen. */
    public static boolean isIn(String text, boolean minorPresent) {
        String folded = Folded.of(text);
        return SEXUAL.matcher(folded).find()
                && (minorPresent || MINOR.matcher(folded).find());
    }
}
