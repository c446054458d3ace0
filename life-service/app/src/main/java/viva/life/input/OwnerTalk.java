package viva.life.input;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.StateView;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.life.clock.World;
import viva.life.conversation.Ask;
import viva.life.conversation.Sitting;
import viva.life.conversation.Spoken;
import viva.life.conversation.Utterance;
import viva.life.mind.Input;
import viva.life.presence.Reach;
import viva.life.resident.Resident;
import viva.llm.voice.Words;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;

/**
 * The talk between an avatar and its owner. Every id that follows from a message is derived from it, so that doing a thing twice
 * says the same thing twice, and those who hear it see one.
 */
public final class OwnerTalk {
    static final int LONGEST_MESSAGE = 4_000;
    static final int LONGEST_ANSWER = 8_000;

    /** Real time without a further sign of distress after which an avatar is concerned no longer. */
    private static final Duration CONCERN_LASTS = Duration.ofDays(14);

    private final World world;
    private final MessageFactory messages;
    private final Voices voices;
    private final Living living;
    private final Presence presence;
    private final Stage stage;
    private final Asking asking;
    private final Duration longestAnswer;

    OwnerTalk(
            World world,
            MessageFactory messages,
            Voices voices,
            Living living,
            Presence presence,
            Stage stage,
            Asking asking,
            Duration longestAnswer) {
        this.world = world;
        this.messages = messages;
        this.voices = voices;
        this.living = living;
        this.presence = presence;
        this.stage = stage;
        this.asking = asking;
        this.longestAnswer = longestAnswer;
    }

    /** Whether an avatar is there and is this owner's. */
    static boolean isOwned(Resident resident, AccountId owner) {
        return resident != null && !resident.isErased() && resident.owner().equals(owner);
    }

    /** The conversation that an owner has with an avatar: there is one, for ever. */
    public static ConversationId conversation(AvatarId avatar, AccountId owner) {
        return new ConversationId(MessageFactory.derivedId(avatar.value(), "conversation with owner " + owner));
    }

    /** The owner wrote: the mind takes it in, and words for an answer are asked for. */
    Reception hear(CloudEvent<?> envelope, OwnerMessageV1 message, Scene scene) {
        Resident resident = scene.resident(message.avatarId());
        if (resident == null) {
            return new Reception.Refused("the avatar is not known");
        }
        if (resident.isErased()) {
            return new Reception.Ignored("the avatar was erased");
        }
        if (!resident.owner().equals(message.ownerId())) {
            return new Reception.Refused("only the owner may write to an avatar");
        }
        if (message.content().isBlank() || message.content().length() > LONGEST_MESSAGE) {
            return new Reception.Refused("a message has 1 to " + LONGEST_MESSAGE + " characters: got "
                    + message.content().length());
        }
        WorldTime sent = timeOf(resident, sent(message));
        Input.OwnerMessage input = new Input.OwnerMessage(
                sent,
                message.content(),
                later(sent, Sitting.LONGEST_SILENCE),
                scene.reading(message.messageId()),
                later(sent, CONCERN_LASTS));
        living.take(resident, message.messageId().value(), input, envelope, scene);
        noteWhereabouts(message, scene);
        note(envelope, heard(message, input.at()), scene);
        return new Reception.Taken();
    }

    /** Time stands still for one that rests: its mind knows that, unless it rests since before rests were noted. */
    static WorldTime timeOf(Resident resident, WorldTime time) {
        return resident.isLiving() || resident.mind().resting()
                ? time
                : resident.mind().asOf();
    }

    private WorldTime sent(OwnerMessageV1 message) {
        Instant now = world.realNow();
        return world.at(message.sentAt().isBefore(now) ? message.sentAt() : now);
    }

    /** So much real time on, if the world goes on as it does now. */
    private WorldTime later(WorldTime from, Duration real) {
        return new WorldTime(
                from.millis() + (long) (real.toMillis() * world.clock().scale()));
    }

    /** What travels with a message is known when the avatar speaks first, too. */
    private static void noteWhereabouts(OwnerMessageV1 message, Scene scene) {
        Reach known = Reach.orNew(scene.reach(message.avatarId()));
        Reach now = known.of(message.locale(), message.country());
        if (!now.equals(known)) {
            scene.ledger().keep(message.avatarId(), now);
        }
    }

    /** The owner wants no concern about them any longer. */
    Reception erase(CloudEvent<?> envelope, EraseConcernV1 wish, Scene scene) {
        Resident resident = scene.resident(wish.avatarId());
        if (!isOwned(resident, wish.ownerId())) {
            return new Reception.Refused("only the owner may erase a concern");
        }
        Input input = new Input.ConcernErased(timeOf(resident, world.now()));
        living.take(resident, wish.requestId().value(), input, envelope, scene);
        return new Reception.Taken();
    }

    private static Utterance heard(OwnerMessageV1 message, WorldTime at) {
        return new Utterance(
                conversation(message.avatarId(), message.ownerId()),
                message.avatarId(),
                message.ownerId(),
                message.messageId(),
                Author.OWNER,
                message.content(),
                null,
                0,
                null,
                null,
                null,
                null,
                at);
    }

    /** The llm service found words. Only the first words for a message are spoken. */
    Reception speak(CloudEvent<?> envelope, WordsV1 words, Scene scene) {
        Ask ask = scene.ask(words.inReplyTo());
        if (ask == null || !ask.avatar().equals(words.avatarId())) {
            return new Reception.Ignored("no answer is awaited, or not any more");
        }
        if (words.content().isBlank() || words.content().length() > LONGEST_ANSWER) {
            return new Reception.Refused("an answer has 1 to " + LONGEST_ANSWER + " characters: got "
                    + words.content().length());
        }
        asking.answered(ask);
        return speak(envelope, ask, words.content(), words.tone(), words.voice(), scene);
    }

    /** The first words of an answer came in time: the rest is awaited longer, but not for ever. */
    Reception begun(AnswerBegunV1 begun, Scene scene) {
        Ask ask = scene.ask(begun.inReplyTo());
        if (ask == null || !ask.avatar().equals(begun.avatarId()) || !ask.wasSent()) {
            return new Reception.Ignored("no answer is awaited, or not any more");
        }
        Instant latest = ask.request().data().deadline().plus(longestAnswer);
        Instant until = begun.until().isBefore(latest) ? begun.until() : latest;
        boolean isAnswer = ask.request().data().occasion() == SpeakV1.Occasion.ANSWER;
        if (!isAnswer || !until.isAfter(ask.dueAt())) {
            return new Reception.Ignored("it is awaited long enough");
        }
        asking.answered(ask);
        scene.ledger().postpone(ask.until(until));
        return new Reception.Taken();
    }

    /** Nobody found words in time: the avatar speaks with the offline voice. */
    Reception speakUnaided(Ask due, Scene scene) {
        Ask ask = scene.ask(due.inReplyTo());
        if (ask == null) {
            return new Reception.Ignored("it was answered in time");
        }
        if (ask.dueAt().isAfter(due.dueAt())) {
            return new Reception.Ignored("its first words came in time");
        }
        asking.missed(ask);
        Words words = voices.speak(ask.request().data());
        return speak(ask.request(), ask, words.content(), words.tone(), Voices.OFFLINE, scene);
    }

    private Reception speak(CloudEvent<?> cause, Ask ask, String content, String tone, String spokenBy, Scene scene) {
        Resident resident = scene.resident(ask.avatar());
        if (resident == null || resident.isErased()) {
            return new Reception.Ignored("the avatar was erased");
        }
        SpeakV1 request = ask.request().data();
        if (request.occasion() == SpeakV1.Occasion.TURN) {
            stage.spoke(cause, ask, content, tone, spokenBy, scene);
            return new Reception.Taken();
        }
        Input.Spoke input = new Input.Spoke(timeOf(resident, world.now()));
        Resident moved = living.take(resident, request.messageId().value(), input, cause, scene);
        scene.ledger().answer(ask);
        StateView state = state(moved);
        boolean answers = request.occasion() == SpeakV1.Occasion.ANSWER;
        Utterance said = new Utterance(
                request.conversationId(),
                resident.id(),
                resident.owner(),
                request.messageId(),
                Author.AVATAR,
                content,
                answers ? request.inReplyTo() : null,
                state.mood(),
                state.emotions(),
                tone,
                spokenBy,
                answers ? request.act() : null,
                input.at());
        if (request.occasion() == SpeakV1.Occasion.GREETING) {
            presence.greeted(cause, said, scene);
        } else {
            note(cause, said, scene);
        }
        return new Reception.Taken();
    }

    private StateView state(Resident resident) {
        return world.lives().view(resident.mind(), timeOf(resident, world.now()), resident.locale());
    }

    private void note(CloudEvent<?> cause, Utterance said, Scene scene) {
        scene.ledger().utter(said);
        scene.heard(said.conversation(), new Spoken(said.author(), said.content(), world.realNow()));
        ConversationMessageV1 event = ConversationMessageV1.withOwner(
                said.avatar(),
                said.owner(),
                said.conversation(),
                said.id(),
                said.inReplyTo(),
                said.author(),
                said.content(),
                said.mood(),
                said.emotions(),
                said.tone(),
                said.act(),
                VoiceKind.of(said.voice()));
        UUID id = MessageFactory.derivedId(said.id().value(), "said");
        scene.ledger().say(Outgoing.event(messages.causedBy(cause, id, said.at(), event)));
    }
}
