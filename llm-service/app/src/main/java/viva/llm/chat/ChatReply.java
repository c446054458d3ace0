package viva.llm.chat;

import viva.llm.budget.Usage;

/**
 * What a model said, after all checks.
 *
 * @param model its name
 * @param content plain text, not blank
 * @param finish {@code stop}, or {@code length} when there would have been more
 */
public record ChatReply(String model, String content, String finish, UsageView usage) {
    /** Tokens; {@code estimated} when the server did not count them. */
    public record UsageView(int promptTokens, int completionTokens, boolean estimated) {
        /** What one response took. */
        public static UsageView of(Usage usage) {
            return new UsageView(usage.promptTokens(), usage.completionTokens(), usage.estimated());
        }

        /** Of two responses together. */
        public UsageView plus(UsageView other) {
            return new UsageView(
                    promptTokens + other.promptTokens,
                    completionTokens + other.completionTokens,
                    estimated || other.estimated);
        }
    }
}
