package viva.llm.remembering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How owners say, in English and Portuguese, that something is to be forgotten, and whether they mean it. */
final class ForgetWishes {
    private static final int MOST_CHARS = 200;

    private static final List<Pattern> WISHES = List.of(
            pattern(
                    "\\b(?:forget|delete|erase)\\b[\\w ]{0,30}?\\bi(?:'ve| have)? (?:ever )?(?:told|said|mentioned|shared|wrote|written)"
                            + "(?: to)?(?: you)? (?:about|of|regarding) (?<about>.+)$"),
            pattern(
                    "\\b(?:forget|delete|erase) (?:everything|all|anything)(?: (?:that )?you know)? about (?<about>.+)$"),
            pattern(
                    "\\b(?:esque[cç]a|esquece|esquecer|apaga|apague|apagar) (?:tudo )?(?:o |aquilo )?que (?:eu )?(?:já )?(?:te |lhe )?(?:disse|contei|falei)"
                            + "(?: (?:para|pra|a) voc[eê])? (?:sobre|a respeito d[eoa]s?|d[eoa]s?) (?<about>.+)$"),
            pattern(
                    "\\b(?:esque[cç]a|esquece|esquecer|apaga|apague|apagar) tudo (?:(?:o )?que voc[eê] sabe )?(?:sobre|d[eoa]s?) (?<about>.+)$"));

    private static final Pattern DENIED = pattern(
            "\\b(?:don't|do not|never|não|nao|nunca|did you|você)\\s+(?:ever )?(?:forget|delete|erase|esque[cç]\\w*|apag\\w*)");
    private static final Pattern TAIL = pattern("(?:,? (?:please|por favor|thanks|obrigad[oa]))?[\\s.!?…]*$");
    private static final Pattern NOTHING =
            pattern("^(?:it|this|that|me|us|them|you|isso|isto|mim|nós|tudo|everything)?$");

    private static final Pattern YES = pattern(
            "^(?:yes|yeah|yep|yup|sure|ok|okay|please do|do it|go ahead|i'm sure|i am sure|absolutely|definitely|forget it|of course|sim|claro|pode|isso|quero|tenho"
                    + " certeza|com certeza|esquece|pode esquecer|por favor)\\b(?!.*\\b(?:not|don't|wait|não|nao)\\b).*$");
    private static final Pattern NO = pattern(
            "^(?:no|nope|nah|don't|do not|never mind|nevermind|wait|stop|keep it|não|nao|deixa|espera|melhor não|guarda|fica)\\b.*$");

    private ForgetWishes() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
    }

    /** What is to be forgotten, in the owner's words. */
    static Optional<String> about(String text) {
        String plain = text.strip().replace('’', '\'');
        if (plain.length() > MOST_CHARS * 2 || DENIED.matcher(plain).find()) {
            return Optional.empty();
        }
        for (Pattern wish : WISHES) {
            Matcher matcher = wish.matcher(plain);
            if (matcher.find()) {
                String about =
                        TAIL.matcher(matcher.group("about")).replaceFirst("").strip();
                return Optional.of(about)
                        .filter(thing -> !NOTHING.matcher(thing).matches() && thing.length() <= MOST_CHARS);
            }
        }
        return Optional.empty();
    }

    static boolean affirms(String text) {
        return YES.matcher(text.strip().replace('’', '\'')).matches();
    }

    static boolean denies(String text) {
        return NO.matcher(text.strip().replace('’', '\'')).matches();
    }
}
