package viva.llm.speech;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import viva.llm.nim.ChatListener;
import viva.llm.output.Checked;
import viva.llm.output.Speech;

/** An answer while a model says it: what is fit is released, sentence by sentence. Safe for concurrent use. */
final class Utterance implements ChatListener {
    private final Speech speech;
    private final Audience audience;
    private final Instant until;
    private String model;
    private int released;

    /** @param until when the answer is complete, or given up */
    Utterance(Speech speech, Audience audience, Instant until) {
        this.speech = speech;
        this.audience = audience;
        this.until = until;
    }

    @Override
    public synchronized boolean heard(String speaker, String words) {
        if (model == null) {
            audience.begun(until);
        }
        model = speaker;
        release(speech.feed(words));
        return speech.isOver();
    }

    /**
     * Nothing more comes.
     *
     * @param finished whether the model had said all
     * @return what was released; empty when nothing may stay
     */
    synchronized Optional<String> end(boolean finished) {
        release(speech.end(finished));
        return speech.text();
    }

    /** What was released so far; empty when nothing may stay. */
    synchronized Optional<String> broken() {
        return speech.text();
    }

    synchronized boolean hasBegun() {
        return model != null;
    }

    /** The model that spoke; null before it did. */
    synchronized String model() {
        return model;
    }

    synchronized Optional<Checked.Reason> unfit() {
        return speech.unfit();
    }

    private void release(List<String> sentences) {
        sentences.forEach(sentence -> audience.released(released++, sentence));
    }
}
