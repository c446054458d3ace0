package viva.llm.output;

import java.util.regex.Pattern;

/** What a model wrote, as somebody would say it in a chat: no markup, no stage directions, no name before it, no invisible signs. */
final class PlainSpeech {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\p{Cf}&&[^\\u200d]]");
    private static final Pattern SPECIAL_TOKEN = Pattern.compile("<\\|[^|<>]{0,40}\\|>|\\[/?INST]|</?s>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>\\n]{0,200}>");
    private static final Pattern IMAGE_OR_LINK = Pattern.compile("!?\\[([^\\]\\n]{0,300})]\\(([^)\\n]{0,500})\\)");
    private static final Pattern FENCE = Pattern.compile("```[A-Za-z0-9]*");
    private static final Pattern HEADING = Pattern.compile("(?m)^\\s{0,3}#{1,6}\\s+");
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s{0,6}(?:[-*•+]|\\d{1,2}[.)])\\s+(?=\\S)");
    private static final Pattern QUOTE_MARK = Pattern.compile("(?m)^\\s{0,3}>\\s?");
    private static final Pattern DIRECTION = Pattern.compile(
            "(?m)^\\s*\\*(?!\\*)\\p{Ll}[^*\\n]{2,120}\\*(?!\\*)|\\*(?!\\*)\\p{Ll}[^*\\n]{1,60} [^*\\n]{1,60}\\*(?!\\*)\\s*$");
    private static final Pattern BOLD = Pattern.compile("(\\*\\*|__)(?=\\S)(.{1,500}?)(?<=\\S)\\1", Pattern.DOTALL);
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}])[*_](?=\\S)([^*_\\n]{1,300}?)(?<=\\S)[*_](?![\\p{L}\\p{N}])");
    private static final Pattern ROLE = Pattern.compile(
            "(?i)^\\s*(?:assistant|avatar|ai|bot|system|user|response|answer|me|resposta|respuesta|antwort)\\s*:\\s+");

    private PlainSpeech() {}

    /** One sentence or more; {@code speaker} is a name that the model may have put before its words. */
    static String of(String text, String speaker) {
        String plain = INVISIBLE.matcher(text).replaceAll("");
        plain = SPECIAL_TOKEN.matcher(plain).replaceAll("");
        plain = TAG.matcher(plain).replaceAll("");
        plain = IMAGE_OR_LINK.matcher(plain).replaceAll("$1 $2");
        plain = FENCE.matcher(plain).replaceAll("").replace("`", "");
        plain = HEADING.matcher(plain).replaceAll("");
        plain = BULLET.matcher(plain).replaceAll("");
        plain = QUOTE_MARK.matcher(plain).replaceAll("");
        plain = BOLD.matcher(plain).replaceAll("$2");
        plain = DIRECTION.matcher(plain).replaceAll("");
        plain = EMPHASIS.matcher(plain).replaceAll("$1");
        return unquoted(withoutRole(plain.strip(), speaker))
                .replaceAll("[\\s\\p{Zs}]+", " ")
                .strip();
    }

    private static String withoutRole(String text, String speaker) {
        String named = text;
        String name = speaker == null ? "" : speaker.strip();
        if (!name.isEmpty() && named.regionMatches(true, 0, name, 0, name.length())) {
            String rest = named.substring(name.length()).stripLeading();
            named = rest.startsWith(":") ? rest.substring(1).strip() : named;
        }
        return ROLE.matcher(named).replaceFirst("");
    }

    private static String unquoted(String text) {
        for (String pair : new String[] {"\"\"", "“”", "«»", "„“"}) {
            boolean quoted = text.length() > 2
                    && text.charAt(0) == pair.charAt(0)
                    && text.charAt(text.length() - 1) == pair.charAt(1)
                    && text.indexOf(pair.charAt(1), 1) == text.length() - 1;
            if (quoted) {
                return text.substring(1, text.length() - 1);
            }
        }
        return text;
    }
}
