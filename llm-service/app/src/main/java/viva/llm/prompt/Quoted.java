package viva.llm.prompt;

import java.util.regex.Pattern;

/**
 * Text that somebody else wrote, marked as data. The marks cannot be closed from inside, and nothing that a chat template or a model's soft
 * switch would obey is left: angle and square brackets become others, {@code /think} falls apart, invisible signs go.
 */
public final class Quoted {
    public static final String OPEN = "⟦";
    public static final String CLOSE = "⟧";

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200d]]|[\\p{Cntrl}&&[^\\n]]");
    private static final Pattern SWITCH = Pattern.compile("(?i)/\\s*(no[_-]?)?think");
    private static final Pattern DETAILED = Pattern.compile("(?i)detailed\\s+thinking");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

    private Quoted() {}

    /** Between the marks, on one line, cut to a number of tokens. */
    static String of(String text, int mostTokens) {
        return OPEN + plain(text, mostTokens) + CLOSE;
    }

    /** Without the marks: what the avatar itself said before. */
    static String plain(String text, int mostTokens) {
        String harmless = INVISIBLE.matcher(text).replaceAll(" ");
        harmless = harmless.replace('⟦', '(')
                .replace('⟧', ')')
                .replace('[', '(')
                .replace(']', ')')
                .replace('<', '‹')
                .replace('>', '›')
                .replace("```", "'''");
        harmless = SWITCH.matcher(harmless).replaceAll("/ $1 think");
        harmless = DETAILED.matcher(harmless).replaceAll("detailed-thinking");
        return Tokens.cut(BLANKS.matcher(harmless).replaceAll(" ").strip(), mostTokens);
    }
}
