package viva.life.input;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How avatars talk with their owners. */
@ConfigMapping(prefix = "viva.conversation")
public interface ConversationConfig {
    /** How long the llm service may take, in real time, before the avatar answers with the offline voice. */
    @WithDefault("5s")
    Duration answerDeadline();
}
