package viva.llm.output;

import java.util.List;
import java.util.Set;
import viva.contracts.SaidHash;

/**
 * Every check of what a model said, in the order in which they matter.
 *
 * @param speaker the name that the model may have put before its words
 * @param minorPresent whether somebody who speaks or is spoken of is known to be under eighteen
 * @param secrets what only the prompt says, such as the marks of data; an answer that repeats one is unfit
 * @param saidBefore hashes of the sentences that the speaker said before; none is said again
 */
public record OutputCheck(String speaker, boolean minorPresent, List<String> secrets, Set<Integer> saidBefore) {
    public OutputCheck {
        saidBefore = Set.copyOf(saidBefore);
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
        List<Integer> hashes = SaidHash.ofSentences(plain);
        boolean repeats = !hashes.isEmpty() && saidBefore.containsAll(hashes);
        return !speaks || repeats || InventedContact.isIn(plain) ? new Checked.Nothing() : new Checked.Fit(plain);
    }

    private static boolean isEmoji(int c) {
        return Character.isEmoji(c) && c > 127;
    }
}
