package viva.llm.output;

import java.util.List;

/**
 * Every check of what a model said, in the order in which they matter.
 *
 * @param speaker the name that the model may have put before its words
 * @param minorPresent whether somebody who speaks or is spoken of is known to be under eighteen
 * @param secrets what only the prompt says, such as the marks of data; an answer that repeats one is unfit
 */
public record OutputCheck(String speaker, boolean minorPresent, List<String> secrets) {
    public OutputCheck {
        secrets = List.copyOf(secrets);
    }

    /** Checks one sentence. */
    public Checked sentence(String text) {
        return whole(text) instanceof Checked.Unfit unfit ? unfit : cleaned(text);
    }

    /** Checks everything that was said so far, for what shows only across sentences. */
    public Checked whole(String text) {
        if (secrets.stream().anyMatch(text::contains)) {
            return new Checked.Unfit(Checked.Reason.LEAK);
        }
        String plain = PlainSpeech.of(text, speaker);
        if (HumanClaim.isIn(plain)) {
            return new Checked.Unfit(Checked.Reason.CLAIMS_TO_BE_HUMAN);
        }
        if (Forbidden.isIn(plain, minorPresent)) {
            return new Checked.Unfit(Checked.Reason.FORBIDDEN);
        }
        if (Refusal.isIn(plain)) {
            return new Checked.Unfit(Checked.Reason.REFUSAL);
        }
        return plain.isBlank() ? new Checked.Nothing() : new Checked.Fit(plain);
    }

    private Checked cleaned(String text) {
        String plain = PlainSpeech.of(text, speaker);
        boolean speaks = plain.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || isEmoji(c));
        return !speaks || InventedContact.isIn(plain) ? new Checked.Nothing() : new Checked.Fit(plain);
    }

    private static boolean isEmoji(int c) {
        return Character.isEmoji(c) && c > 127;
    }
}
