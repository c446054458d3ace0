package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.MessageId;
import viva.contracts.StateView;

/**
 * Asks the llm service to put what an avatar does into words. Sent to {@code llm.interactive}, {@code llm.conversation} or
 * {@code llm.background}; the answer is a {@link WordsV1} to the avatar's shard.
 *
 * @param avatarId the avatar whose shard waits for the words; in a conversation of two it is the host, whoever speaks
 * @param conversationId null for a thought
 * @param inReplyTo the message to answer, or what else the words are asked for; the words carry it back
 * @param messageId the id that the answer will have
 * @param profile of the speaker
 * @param state how the speaker is as it speaks
 * @param recent the latest messages before {@code said}, oldest first, at most 20
 * @param said what is to be answered; untrusted; empty when the speaker begins
 * @param deadline after this instant nobody waits for the words any more
 * @param occasion why it speaks; null means {@link Occasion#ANSWER}
 * @param act what the speaker does with these words, or null when that is for the words to decide
 * @param partner the avatar it talks with, or null when it is the owner or nobody
 * @param topic what a thought is about, in lower snake case; else null
 * @param news what happened since the owner was last here, the most telling first; at most {@value #MOST_NEWS}
 */
@MessageType("llm.speak.v1")
public record SpeakV1(
        AvatarId avatarId,
        ConversationId conversationId,
        MessageId inReplyTo,
        MessageId messageId,
        AvatarProfile profile,
        StateView state,
        List<Line> recent,
        String said,
        Instant deadline,
        Occasion occasion,
        DialogueAct act,
        Partner partner,
        String topic,
        List<News> news)
        implements Command {
    public static final int MOST_NEWS = 8;

    public SpeakV1 {
        recent = List.copyOf(recent);
        occasion = occasion == null ? Occasion.ANSWER : occasion;
        news = news == null ? List.of() : List.copyOf(news);
    }

    /** Words for an answer to the owner. */
    public static SpeakV1 answer(
            AvatarId avatarId,
            ConversationId conversationId,
            MessageId inReplyTo,
            MessageId messageId,
            AvatarProfile profile,
            StateView state,
            List<Line> recent,
            String said,
            Instant deadline) {
        return new SpeakV1(
                avatarId,
                conversationId,
                inReplyTo,
                messageId,
                profile,
                state,
                recent,
                said,
                deadline,
                Occasion.ANSWER,
                null,
                null,
                null,
                List.of());
    }

    /** Why words are wanted. */
    public enum Occasion {
        /** The owner said something. */
        @JsonProperty("answer")
        ANSWER,
        /** It is the speaker's turn in a conversation of two avatars. */
        @JsonProperty("turn")
        TURN,
        /** The owner comes after having been away. */
        @JsonProperty("greeting")
        GREETING,
        /** The avatar writes first. */
        @JsonProperty("reach_out")
        REACH_OUT,
        /** A thought comes up. */
        @JsonProperty("thought")
        THOUGHT
    }

    /**
     * The other avatar of a conversation.
     *
     * @param status what the two are to each other as the speaker sees it, such as {@code close_friends}
     */
    public record Partner(AvatarId id, String name, String status) {}

    /**
     * Something that happened to the speaker.
     *
     * @param kind {@code talked}, {@code became_friends} and the other milestones, {@code explored}, {@code slept}
     * @param name of the other avatar, or null
     * @param count how often, at least 1
     */
    public record News(String kind, String name, int count) {}

    /** One earlier message. */
    public record Line(Author author, String content) {}
}
