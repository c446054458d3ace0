package viva.llm.nim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import viva.llm.budget.Usage;

/** What a server says that a response took. */
final class Usages {
    private static final int CHARS_A_TOKEN = 4;

    private Usages() {}

    /** The {@code usage} object of a response or of a stream's chunk; empty when it says nothing. */
    static Optional<Usage> read(String model, JsonNode usage) {
        if (!usage.isObject() || !usage.path("prompt_tokens").isNumber()) {
            return Optional.empty();
        }
        int prompt = Math.max(0, usage.path("prompt_tokens").asInt());
        int total = Math.max(0, usage.path("total_tokens").asInt(prompt));
        int completion = Math.max(0, usage.path("completion_tokens").asInt(Math.max(0, total - prompt)));
        return Optional.of(new Usage(model, prompt, completion, false));
    }

    /** A guess by characters, four to a token, which is near enough for European languages. */
    static Usage estimate(String model, int promptChars, int answerChars) {
        return new Usage(model, tokens(promptChars), tokens(answerChars), true);
    }

    static int tokens(int chars) {
        return (chars + CHARS_A_TOKEN - 1) / CHARS_A_TOKEN;
    }
}
