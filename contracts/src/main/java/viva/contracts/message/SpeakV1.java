package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import viva.contracts.AccountId;
import viva.contracts.Audience;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Mention;
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

    /** Words for an answer to the owner, who said {@code said}. */
    public static SpeakV1 answer(Frame frame, List<Line> recent, String said) {
        return of(frame, recent, said, Occasion.ANSWER, null, null, null, List.of());
    }

    /** Words for a turn in a conversation of two avatars; {@code said} is what the partner said, empty at the beginning. */
    public static SpeakV1 turn(
            Frame frame, List<Line> recent, String said, DialogueAct act, Partner partner, String topic) {
        return of(frame, recent, said, Occasion.TURN, act, partner, topic, List.of());
    }

    /** Words for the welcome of an owner who was away while {@code news} happened. */
    public static SpeakV1 greeting(Frame frame, List<Line> recent, List<News> news) {
        return of(frame, recent, "", Occasion.GREETING, null, null, null, news);
    }

    /** Words for an avatar that writes to its owner first. */
    public static SpeakV1 reachOut(Frame frame, List<Line> recent) {
        return of(frame, recent, "", Occasion.REACH_OUT, null, null, null, List.of());
    }

    /** Words for a thought about {@code topic}, and about somebody where {@code about} is not null. */
    public static SpeakV1 thought(Frame frame, List<Line> recent, Partner about, String topic) {
        return of(frame, recent, "", Occasion.THOUGHT, null, about, topic, List.of());
    }

    private static SpeakV1 of(
            Frame frame,
            List<Line> recent,
            String said,
            Occasion occasion,
            DialogueAct act,
            Partner partner,
            String topic,
            List<News> news) {
        return new SpeakV1(
                frame.avatarId(),
                frame.conversationId(),
                frame.inReplyTo(),
                frame.messageId(),
                frame.profile(),
                frame.state(),
                recent,
                said,
                frame.deadline(),
                occasion,
                act,
                partner,
                topic,
                news,
                Context.NONE);
    }

    /** The same request for words that do {@code changed}; null leaves the act to the words. */
    public SpeakV1 acting(DialogueAct changed) {
        return of(frame(), recent, said, occasion, changed, partner, topic, news)
                .in(context);
    }

    /** The same request for words that tell {@code changed}. */
    public SpeakV1 telling(List<News> changed) {
        return of(frame(), recent, said, occasion, act, partner, topic, changed).in(context);
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

    /** What this request has in common with those on other occasions. */
    public Frame frame() {
        return new Frame(avatarId, conversationId, inReplyTo, messageId, profile, state, deadline);
    }

    /** What every request has, whatever the occasion; the fields are those of the request. */
    public record Frame(
            AvatarId avatarId,
            ConversationId conversationId,
            MessageId inReplyTo,
            MessageId messageId,
            AvatarProfile profile,
            StateView state,
            Instant deadline) {}

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
     * @param otherId the other avatar; null when there is none, and in messages from before that was told
     */
    public record News(String kind, String name, int count, AvatarId otherId) {
        /** News of which it is not known which avatar {@code name} is. */
        public News(String kind, String name, int count) {
            this(kind, name, count, null);
        }
    }

    /**
     * One earlier message.
     *
     * @param about avatars that are named in it, as far as they are known
     */
    public record Line(
            Author author,
            String content,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mention> about) {
        public Line {
            about = about == null ? List.of() : List.copyOf(about);
        }

        /** A line that names nobody. */
        public Line(Author author, String content) {
            this(author, content, List.of());
        }
    }

    /** The avatars that the words may name: those in the news and in the latest messages. */
    public List<Mention> mentions() {
        Stream<Mention> told = news.stream()
                .filter(one -> one.otherId() != null && one.name() != null)
                .map(one -> new Mention(one.otherId(), one.name()));
        return Stream.concat(told, recent.stream().flatMap(line -> line.about().stream()))
                .distinct()
                .toList();
    }

    /** The memories that the words may use: where another avatar listens, none that are for the owner alone. */
    public List<Memory> memories() {
        Audience listener = occasion == Occasion.TURN ? Audience.PAIR : Audience.OWNER;
        return context.memories().stream()
                .filter(memory -> memory.audience().includes(listener))
                .toList();
    }

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
     * @param forgetting what the owner wants to be forgotten with {@code said}; null when nothing
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
            List<Memory> memories,
            @JsonInclude(JsonInclude.Include.NON_NULL) Forgetting forgetting) {
        public static final int MOST_HASHES = 400;
        public static final int MOST_MEMORIES = 12;

        /** Nothing is known, and nobody pays. */
        public static final Context NONE =
                new Context(null, false, false, null, null, false, null, null, List.of(), List.of());

        /** A context in which nothing is to be forgotten. */
        public Context(
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
            this(
                    ownerId,
                    turningPoint,
                    offlineOnly,
                    locale,
                    country,
                    concern,
                    reading,
                    cue,
                    saidBefore,
                    memories,
                    null);
        }

        public Context {
            saidBefore = saidBefore == null ? List.of() : List.copyOf(saidBefore);
            memories = memories == null ? List.of() : List.copyOf(memories);
        }

        /** The same context after what the partner just did; {@code heard} may be null. */
        public Context after(Cue heard) {
            return new Context(
                    ownerId,
                    turningPoint,
                    offlineOnly,
                    locale,
                    country,
                    concern,
                    reading,
                    heard,
                    saidBefore,
                    memories,
                    forgetting);
        }

        /** The same context with the first {@value #MOST_MEMORIES} of these memories. */
        public Context remembering(List<Memory> recalled) {
            return new Context(
                    ownerId,
                    turningPoint,
                    offlineOnly,
                    locale,
                    country,
                    concern,
                    reading,
                    cue,
                    saidBefore,
                    recalled.subList(0, Math.min(MOST_MEMORIES, recalled.size())),
                    forgetting);
        }

        /** The same context for words about what is to be forgotten; {@code wish} may be null. */
        public Context forgetting(Forgetting wish) {
            return new Context(
                    ownerId,
                    turningPoint,
                    offlineOnly,
                    locale,
                    country,
                    concern,
                    reading,
                    cue,
                    saidBefore,
                    memories,
                    wish);
        }
    }

    /** What the other one of a conversation just did: an act and what it asked, told or answered, in lower snake case; the topic may be null. */
    public record Cue(DialogueAct act, String topic) {}

    /**
     * Something remembered, in the avatar's own words; untrusted, since others may have said it.
     *
     * @param audience to whom it may be told; null means the owner alone
     */
    public record Memory(UUID id, String content, WorldTime at, Audience audience) {
        public Memory {
            audience = audience == null ? Audience.OWNER : audience;
        }

        /** A memory for the owner alone. */
        public Memory(UUID id, String content, WorldTime at) {
            this(id, content, at, Audience.OWNER);
        }
    }

    /**
     * The owner wants what they told about something to be forgotten. It is asked back before it is done.
     *
     * @param about what it is, in the owner's words; untrusted
     */
    public record Forgetting(String about, Stage stage) {
        /** How far the wish has come. */
        public enum Stage {
            /** It was uttered: the avatar asks whether that is meant. */
            @JsonProperty("asked")
            ASKED,
            /** It was confirmed: it is done. */
            @JsonProperty("done")
            DONE,
            /** It was taken back: everything stays. */
            @JsonProperty("kept")
            KEPT
        }
    }
}
