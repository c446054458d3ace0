package viva.llm.nim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import viva.llm.budget.Usage;

/** The documents of a chat: a whole answer, or the chunks of a streamed one. Collects what was said. Not safe for concurrent use. */
final class ChatDocument {
    private static final int MOST_CHARS = 64 * 1024;
    /** Where servers put a model's thoughts when they part them from its words; they are paid for, and dropped. */
    private static final List<String> THOUGHTS = List.of("reasoning_content", "reasoning");

    private final String model;
    private final int promptChars;
    private final ChatListener listener;
    private final ThinkFilter thoughts = new ThinkFilter();
    private final StringBuilder said = new StringBuilder();
    private int chars;
    private int thoughtChars;
    private boolean shownThoughts;
    private boolean enough;
    private Finish finish;
    private Usage usage;

    /** @param listener hears the text as it comes, without thoughts */
    ChatDocument(String model, int promptChars, ChatListener listener) {
        this.model = model;
        this.promptChars = promptChars;
        this.listener = listener;
    }

    /** Takes in a whole answer ({@code message}) or a chunk ({@code delta}). One without choices is about usage alone. */
    void add(JsonNode document) {
        JsonReader.requireNoError(document);
        Usages.read(model, document.path("usage")).ifPresent(told -> usage = told);
        JsonNode choice = document.path("choices").path(0);
        if (choice.isMissingNode()) {
            return;
        }
        JsonNode message = choice.path(choice.has("message") ? "message" : "delta");
        THOUGHTS.forEach(field -> thoughtChars += message.path(field).asText().length());
        if (message.path("content").isTextual()) {
            add(message.path("content").asText());
        }
        if (choice.path("finish_reason").isTextual()) {
            finish = Finish.of(choice.path("finish_reason").asText());
        }
    }

    /** Whether the listener wants no more. */
    boolean isEnough() {
        return enough;
    }

    /** Whether words have come that are no thoughts. */
    boolean hasBegun() {
        return !said.isEmpty();
    }

    /** What the model used so far, as it says or by an estimate. */
    Usage usage() {
        return usage == null ? Usages.estimate(model, promptChars, chars + thoughtChars) : usage;
    }

    /** What an attempt that failed has used all the same; empty when the model had not begun, as far as can be told. */
    Optional<Usage> spent() {
        boolean used = usage != null || chars + thoughtChars > 0;
        return used ? Optional.of(usage()) : Optional.empty();
    }

    ChatAnswer end() {
        say(thoughts.end());
        if (shownThoughts) {
            throw new NimException(new NimFault.Exposed());
        }
        if (finish == Finish.FILTERED) {
            throw new NimException(new NimFault.Filtered());
        }
        if (said.toString().isBlank()) {
            throw new NimException(new NimFault.Empty());
        }
        return new ChatAnswer(model, said.toString().strip(), finish == null ? Finish.CUT : finish, usage());
    }

    private void add(String text) {
        chars += text.length();
        if (chars > MOST_CHARS) {
            throw new NimException(new NimFault.TooLarge(MOST_CHARS));
        }
        boolean begun = hasBegun();
        String shown = thoughts.feed(text);
        shownThoughts |= thoughts.isExposed() && begun;
        say(shown);
    }

    private void say(String text) {
        String words = said.isEmpty() ? text.stripLeading() : text;
        if (!words.isEmpty()) {
            said.append(words);
            enough |= listener.heard(model, words);
        }
    }
}
