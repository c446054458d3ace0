package viva.llm.nim;

import java.util.Locale;

/** One message of a chat. */
public record ChatMessage(Role role, String content) {
    /** Whose it is. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
