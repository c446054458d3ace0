package viva.llm.voice;

/**
 * What an avatar says.
 *
 * @param content 1 to {@value OfflineVoice#MOST_CHARS} characters when the offline voice speaks
 * @param tone one word for how it is said, such as {@code warm} or {@code sleepy}
 */
public record Words(String content, String tone) {}
