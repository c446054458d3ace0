package viva.llm.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer as it is released: text comes in pieces, whole sentences that passed their checks come out, until the length is reached or one is
 * unfit. Not safe for concurrent use.
 */
public final class Speech {
    private final OutputCheck check;
    private final int mostChars;
    private final SentenceStream sentences = new SentenceStream();
    private final StringBuilder released = new StringBuilder();
    private Checked.Reason unfit;
    private boolean full;

    /** @param mostChars the longest text, in UTF-16 characters; it ends with a whole sentence */
    public Speech(OutputCheck check, int mostChars) {
        this.check = check;
        this.mostChars = mostChars;
    }

    /** The sentences that may be shown now, each with the blank that parts it from the one before. */
    public List<String> feed(String text) {
        return isOver() ? List.of() : release(sentences.feed(text));
    }

    /**
     * The last sentence, when it may be shown.
     *
     * @param finished whether the model had said all: what it did not finish is dropped, unless nothing else was said
     */
    public List<String> end(boolean finished) {
        String rest = sentences.end();
        boolean shown = finished || SentenceStream.isWhole(rest) || released.isEmpty();
        return rest.isEmpty() || isOver() || !shown ? List.of() : release(List.of(rest));
    }

    /** All that was released; empty when there was nothing. */
    public Optional<String> text() {
        return released.isEmpty() || unfit != null ? Optional.empty() : Optional.of(released.toString());
    }

    /** Why nothing of it may stay; empty when all is well. */
    public Optional<Checked.Reason> unfit() {
        return Optional.ofNullable(unfit);
    }

    /** Whether more text would change nothing. */
    public boolean isOver() {
        return full || unfit != null;
    }

    private List<String> release(List<String> whole) {
        List<String> shown = new ArrayList<>();
        for (String sentence : whole) {
            if (isOver()) {
                break;
            }
            switch (check.sentence(sentence)) {
                case Checked.Fit fit -> add(fit.text(), shown);
                case Checked.Nothing nothing -> {}
                case Checked.Unfit bad -> unfit = bad.reason();
            }
        }
        return shown;
    }

    private void add(String sentence, List<String> shown) {
        String cut = sentence.length() > mostChars && released.isEmpty() ? cut(sentence) : sentence;
        String piece = released.isEmpty() ? cut : " " + cut;
        if (released.length() + piece.length() > mostChars) {
            full = true;
            return;
        }
        if (check.whole(released + piece) instanceof Checked.Unfit bad) {
            unfit = bad.reason();
            return;
        }
        released.append(piece);
        shown.add(piece);
    }

    private String cut(String sentence) {
        int blank = sentence.lastIndexOf(' ', mostChars - 1);
        full = true;
        return sentence.substring(0, blank > mostChars / 2 ? blank : mostChars - 1) + "…";
    }
}
