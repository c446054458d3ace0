package viva.life.encounter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DerivedId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.MessageId;
import viva.contracts.Personality;
import viva.contracts.Reading;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Event;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.Message;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.WordsV1;
import viva.life.command.Decisions;
import viva.life.command.LifeRules;
import viva.life.command.Trigger;
import viva.life.conversation.Encounter;
import viva.life.decision.Decision;
import viva.life.decision.Envelopes;
import viva.life.decision.Now;
import viva.life.decision.Posting;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.resident.Resident;
import viva.life.thought.Thought;
import viva.life.voice.Phrasing;
import viva.life.world.WorldClock;

/** Avatars with a shard each, in memory. Their commands wait in one queue, in the order in which they were sent. */
final class Village {
    private static final WorldTime MORNING = WorldTime.parse("2030-01-01T09:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final double SCALE = 60;

    private final WorldClock clock = WorldClock.started(BEGIN, MORNING, SCALE);
    private final Lives lives = new Lives(LifeParameters.DEFAULT, 7);
    private final Decisions decisions =
            new Decisions(LifeRules.DEFAULT, new PlainPhrasing(), new PlainOwnerWords(), new PlainEnvelopes());
    private final Map<AvatarId, StoredShard> shards = new LinkedHashMap<>();
    private final Deque<CloudEvent<? extends LifeCommand>> queue = new ArrayDeque<>();
    private final Map<UUID, Event> events = new LinkedHashMap<>();
    private final List<Posting> sent = new ArrayList<>();
    private Instant real = BEGIN;

    /** What becomes of the next command. */
    enum Fate {
        DONE,
        /** The process ends before the commit: the broker delivers the command again. */
        LOST_BEFORE_THE_COMMIT,
        /** The process ends after the commit: the messages are sent by another, and the command is delivered again. */
        SENT_BY_ANOTHER
    }

    AvatarId born(String name) {
        return born(name, .5);
    }

    AvatarId born(String name, double extraversion) {
        AvatarId avatar = new AvatarId(DerivedId.of(new UUID(1, 1), name));
        AccountId owner = owner(avatar);
        command(new LifecycleV1(avatar, owner, LifecycleV1.Wish.LIVES, 1, profile(name, extraversion)));
        settle();
        return avatar;
    }

    static AccountId owner(AvatarId avatar) {
        return new AccountId(DerivedId.of(avatar.value(), "owner"));
    }

    private static AvatarProfile profile(String name, double extraversion) {
        UnitInterval half = new UnitInterval(.5);
        Personality personality = new Personality(
                half,
                half,
                new UnitInterval(extraversion),
                half,
                half,
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                AttachmentStyle.SECURE,
                List.of(),
                List.of());
        return new AvatarProfile(name, "", null, null, "en", personality);
    }

    void rests(AvatarId avatar) {
        command(new LifecycleV1(avatar, null, LifecycleV1.Wish.RESTS, 2, null));
    }

    void erased(AvatarId avatar) {
        command(new LifecycleV1(avatar, null, LifecycleV1.Wish.ERASED, 9, null));
    }

    /** The owner of {@code host} wants it to talk with {@code guest}. */
    ConversationId urge(AvatarId host, AvatarId guest) {
        ConversationId talk = new ConversationId(DerivedId.of(host.value(), "talk with " + guest + " at " + real));
        command(new StartConversationV1(host, owner(host), talk, guest, real));
        return talk;
    }

    /** The owner writes, and it is taken in. */
    MessageId wrote(AvatarId avatar, String text) {
        return wrote(avatar, text, null);
    }

    /** The owner writes what is read as {@code reading}, or by nobody. */
    MessageId wrote(AvatarId avatar, String text, Reading reading) {
        MessageId message = new MessageId(DerivedId.of(avatar.value(), text + " at " + real));
        shard(avatar).reads(message, reading);
        command(new OwnerMessageV1(avatar, owner(avatar), message, text, real));
        settle();
        return message;
    }

    /** This comes to the avatar's mind at whatever its owner writes next. */
    void recalls(AvatarId avatar, SpeakV1.Memory... memories) {
        shard(avatar).recalls(List.of(memories));
    }

    /** The llm service has found words that use these memories. */
    void answered(SpeakV1 request, String words, List<UUID> memories) {
        command(new WordsV1(
                request.avatarId(),
                request.conversationId(),
                request.inReplyTo(),
                request.messageId(),
                words,
                "warm",
                "test",
                memories));
        settle();
    }

    void command(LifeCommand command) {
        UUID id = DerivedId.of(new UUID(2, 2), command + " at " + real);
        queue.add(CloudEvent.first(id, "/test", real, null, null, command));
    }

    Resident resident(AvatarId avatar) {
        return shard(avatar).resident(avatar);
    }

    StoredShard shard(AvatarId avatar) {
        return shards.computeIfAbsent(avatar, id -> new StoredShard(this::encounters));
    }

    private Stream<Encounter> encounters() {
        return shards.values().stream().flatMap(shard -> shard.encounters().values().stream());
    }

    /** Events that were published, each once. */
    <E extends Event> List<E> events(Class<E> type) {
        return events.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Commands that were sent to the avatars and to other services, in order; those that were sent twice, twice. */
    <M extends Message> Stream<M> sent(Class<M> type) {
        return sent.stream()
                .map(posting -> switch (posting) {
                    case Posting.Published published -> published.event().data();
                    case Posting.ToAvatar toAvatar -> toAvatar.command().data();
                    case Posting.ToRecipient toRecipient ->
                        toRecipient.command().data();
                })
                .filter(type::isInstance)
                .map(type::cast);
    }

    boolean isQuiet() {
        return queue.isEmpty();
    }

    /** Does everything that waits, and what comes of it. */
    void settle() {
        while (!queue.isEmpty()) {
            deliver(Fate.DONE);
        }
    }

    /** The next command, and what becomes of it; the same decision however often it is made. */
    Decision deliver(Fate fate) {
        CloudEvent<? extends LifeCommand> command = queue.remove();
        Trigger trigger = new Trigger.Commanded(command, command.data(), null);
        StoredShard shard = shard(command.data().avatarId());
        if (!shard.isNew(command.id())) {
            return null;
        }
        Decision decision = shard.decide(decisions, trigger, now());
        switch (fate) {
            case DONE -> commit(shard, command.id(), decision);
            case LOST_BEFORE_THE_COMMIT -> queue.addFirst(command);
            case SENT_BY_ANOTHER -> {
                commit(shard, command.id(), decision);
                send(decision);
                queue.addFirst(command);
            }
        }
        return decision;
    }

    private void commit(StoredShard shard, UUID command, Decision decision) {
        shard.commit(command, decision);
        send(decision);
    }

    private void send(Decision decision) {
        for (Posting posting : decision.messages()) {
            sent.add(posting);
            switch (posting) {
                case Posting.Published published ->
                    published.event().parts().forEach(part -> events.putIfAbsent(part.id(), part.data()));
                case Posting.ToAvatar toAvatar -> queue.add(toAvatar.command());
                case Posting.ToRecipient _ -> {}
            }
        }
    }

    /** Real time goes on, in which the avatars live and speak; the llm service never answers. */
    void live(Duration duration) {
        Instant until = real.plus(duration);
        while (real.isBefore(until)) {
            real = real.plus(STEP);
            for (StoredShard shard : List.copyOf(shards.values())) {
                for (Trigger trigger : shard.due(now())) {
                    commit(shard, UUID.randomUUID(), shard.decide(decisions, trigger, now()));
                }
            }
            settle();
        }
    }

    Now now() {
        return Now.of(real, clock, lives, new Strangers());
    }

    /** No person looks, no avatar passes by. */
    private static final class Strangers implements Now.Company {
        @Override
        public boolean isWatched(AvatarId avatar) {
            return false;
        }

        @Override
        public Optional<AvatarId> passerby(AvatarId self) {
            return Optional.empty();
        }

        @Override
        public boolean admitsRequest(Instant at) {
            return true;
        }
    }

    private static final class PlainEnvelopes implements Envelopes {
        @Override
        public <T extends Message> CloudEvent<T> first(UUID id, WorldTime at, T data) {
            return CloudEvent.first(id, "/viva/life", BEGIN, at, null, data);
        }

        @Override
        public <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, UUID id, WorldTime at, T data) {
            return CloudEvent.causedBy(cause, id, "/viva/life", BEGIN, at, data);
        }
    }

    private static final class PlainPhrasing implements Phrasing {
        @Override
        public Wording speak(SpeakV1 request) {
            return new Wording(request.occasion() + " of " + request.profile().name(), "neutral");
        }

        @Override
        public String thought(AvatarId avatar, AvatarProfile profile, Thought thought) {
            return thought.key();
        }

        @Override
        public String recount(
                AvatarProfile self,
                MemoryKind kind,
                String partner,
                ConversationOutcome outcome,
                String topic,
                UUID id) {
            return kind + " with " + partner;
        }
    }
}
