package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.StateView;
import viva.contracts.WorldTime;

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
 * @param recent the latest messages before {@code said}, oldest first, at most {@value #MOST_LINES}, each of at most {@value #MOST_CHARS} characters
 * @param said what is to be answered, at most {@value #MOST_CHARS} characters; untrusted; empty when the speaker begins
 * @param deadline after this instant nobody waits for the words any more
 * @param occasion why it speaks; null means {@link Occasion#ANSWER}
 * @param act what the speaker does with these words, or null when that is for the words to decide
 * @param partner the avatar it talks with, or null when it is the owner or nobody
 * @param topic what a thought is about, or what a turn asks, tells or answers ({@link viva.contracts.TalkTopic}), in lower snake case;
 *     null when there is none
 * @param news what happened since the owner was last here, or today when that is asked, the most telling first; at most
 *     {@value #MOST_NEWS}
 * @param context what else the words depend on, and what they may cost; null means {@link Context#NONE}
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
        List<News> news,
        Context context)
        implements Command {
    public static final int MOST_LINES = 20;
    public static final int MOST_NEWS = 8;

    /** As many characters as an owner may write. */
    public static final int MOST_CHARS = OwnerMessageV1.MOST_CHARS;

    public SpeakV1 {
        recent = List.copyOf(recent);
        occasion = occasion == null ? Occasion.ANSWER : occasion;
        news = news == null ? List.of() : List.copyOf(news);
        context = context == null ? Context.NONE : context;
    }

    /** A request without a context. */
    public SpeakV1(
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
            List<News> news) {
        this(
                avatarId,
                conversationId,
                inReplyTo,
                messageId,
                profile,
                state,
                recent,
                said,
                deadline,
                occasion,
                act,
                partner,
                topic,
                news,
                Context.NONE);
    }

    /** The same request in another context. */
    public SpeakV1 in(Context changed) {
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
                occasion,
                act,
                partner,
                topic,
                news,
                changed);
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
     * @param status what the two are to each other as the speaker sees it; null when that is not known
     */
    public record Partner(AvatarId id, String name, BondStatus status) {
        /** Of a status that is unknown here nothing is known. */
        @JsonCreator
        static Partner of(
                @JsonProperty("id") AvatarId id,
                @JsonProperty("name") String name,
                @JsonProperty("status") String status) {
            return new Partner(id, name, BondStatus.ifKnown(status).orElse(null));
        }
    }

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

    /**
     * What words depend on beside the scene itself.
     *
     * @param ownerId whose budget pays for the words; null when that is not known
     * @param turningPoint whether the conversation is a first meeting, a confession, a first conflict or a break-up
     * @param offlineOnly whether the owner wants no language model for this avatar
     * @param locale the owner's, a BCP 47 tag such as {@code pt-BR}; null when not known
     * @param country where the owner is, an ISO 3166 code such as {@code BR}; null when not known
     * @param concern whether the owner was in distress lately and has not said that it is better
     * @param reading what the mind took from {@code said}; null when nobody read it
     * @param cue what the partner just did, in a turn between two avatars; null at the beginning
     * @param saidBefore hashes of the sentences that the speaker said in this sitting; at most {@value #MOST_HASHES}
     * @param memories what comes to the speaker's mind, the best first; at most {@value #MOST_MEMORIES}, each of at most {@value SpeakV1#MOST_CHARS} characters
     */
    public record Context(
            AccountId ownerId,
            boolean turningPoint,
            boolean offlineOnly,
            String locale,
            String country,
            boolean concern,
            Reading reading,
            Cue cue,
            List<Integer> saidBefore,
            List<Memory> memories) {
        public static final int MOST_HASHES = 400;
        public static final int MOST_MEMORIES = 12;

        /** Nothing is known, and nobody pays. */
        public static final Context NONE =
                new Context(null, false, false, null, null, false, null, null, List.of(), List.of());

        public Context {
            saidBefore = saidBefore == null ? List.of() : List.copyOf(saidBefore);
            memories = memories == null ? List.of() : List.copyOf(memories);
        }

        /** The same context after what the partner just did; {@code heard} may be null. */
        public Context after(Cue heard) {
            return new Context(
                    ownerId, turningPoint, offlineOnly, locale, country, concern, reading, heard, saidBefore, memories);
        }
    }

    /** What the other one of a conversation just did: an act and what it asked, told or answered, in lower snake case; the topic may be null. */
    public record Cue(DialogueAct act, String topic) {}

    /** Something remembered, in the avatar's own words; untrusted, since others may have said it. */
    public record Memory(UUID id, String content, WorldTime at) {}
}
