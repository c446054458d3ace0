package viva.llm.voice;

import java.util.List;
import java.util.UUID;

/**
 * What an avatar says.
 *
 * @param content 1 to {@value OfflineVoice#MOST_CHARS} characters when the offline voice speaks
 * @param tone one word for how it is said, such as {@code warm} or {@code sleepy}
 * @param memories ids of the memories of the request that the words use
 */
public record Words(String content, String tone, List<UUID> memories) {
    public Words {
        memories = memories == null ? List.of() : List.copyOf(memories);
    }

    /** Words that use no memory. */
    public Words(String content, String tone) {
        this(content, tone, List.of());
    }
}
