package viva.life.ownertalk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How avatars talk with their owners. */
@ConfigMapping(prefix = "viva.conversation")
public interface ConversationConfig {
    /** How long the llm service may take, in real time, before the avatar answers with the offline voice. */
    @WithDefault("5s")
    Duration answerDeadline();

    /** How long after its deadline an answer may still come, in real time, whose first words came in time. */
    @WithDefault("30s")
    Duration longestAnswer();

    /** Deadlines in a row that the llm service may miss before avatars answer with the offline voice at once. */
    @WithDefault("2")
    int missedDeadlines();

    /** How often it is asked again after that, in real time. */
    @WithDefault("15s")
    Duration probeEvery();

    /** After how much silence, in real time, a chat is over and remembered. */
    @WithDefault("10m")
    Duration chatSilence();

    /** After how many messages of the owner a chat that goes on is remembered so far; 1 to 50. */
    @WithDefault("20")
    int chatTurns();

    /** As decisions see chats. */
    default ChatRules chats() {
        return new ChatRules(chatSilence(), chatTurns());
    }

    /** As decisions see it. */
    default AnswerRules rules() {
        return new AnswerRules(answerDeadline(), longestAnswer());
    }
}
