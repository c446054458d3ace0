package viva.life.ownertalk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.Author;
import viva.contracts.ConversationId;
import viva.contracts.DerivedId;
import viva.contracts.Mention;
import viva.contracts.StateView;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Sitting;
import viva.life.conversation.Spoken;
import viva.life.conversation.Utterance;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.encounter.Turns;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.voice.Phrasing;

/**
 * The conversation between an avatar and its owner. Every id that follows from a message is derived from it, so that a repeated decision says
 * the same, and its listeners hear it once.
 */
public final class OwnerTalk {

    /** Real time without a further sign of distress after which an avatar is concerned no longer. */
    private static final Duration CONCERN_LASTS = Duration.ofDays(14);

    private final Living living;
    private final Turns turns;
    private final Phrasing phrasing;
    private final AnswerRules rules;
    private final OwnerMemories memories;

    public OwnerTalk(Living living, Turns turns, Phrasing phrasing, AnswerRules rules, OwnerMemories memories) {
        this.living = living;
        this.turns = turns;
        this.phrasing = phrasing;
        this.rules = rules;
        this.memories = memories;
    }

    /** The owner wrote: the mind takes it in, and words for an answer are asked for. */
    public CommandResult hear(CloudEvent<?> envelope, OwnerMessageV1 message, Draft draft) {
        Resident resident = draft.resident(message.avatarId());
        if (resident == null) {
            return new CommandResult.Rejected("the avatar is not known");
        }
        if (resident.isErased()) {
            return new CommandResult.Ignored("the avatar was erased");
        }
        if (!resident.isOwnedBy(message.ownerId())) {
            return new CommandResult.Rejected("only the owner may write to an avatar");
        }
        if (message.content().isBlank() || message.content().length() > OwnerMessageV1.MOST_CHARS) {
            return new CommandResult.Rejected("a message has 1 to " + OwnerMessageV1.MOST_CHARS + " characters: got "
                    + message.content().length());
        }
        WorldTime sent = resident.timeOf(draft.now().at(message.sentAt()));
        Input.OwnerMessage input = new Input.OwnerMessage(
                sent,
                message.content(),
                draft.now().later(sent, memories.rules().silence()),
                draft.reading(message.messageId()),
                draft.now().later(sent, CONCERN_LASTS));
        List<Spoken> before = draft.recent(resident.ownerConversation());
        Resident moved = living.take(resident, message.messageId().value(), input, envelope, draft);
        noteWhereabouts(message, draft);
        say(envelope, heard(message, input.at(), draft), draft);
        memories.heard(envelope, message, moved, input.at(), draft);
        memories.wishes()
                .in(message.content(), before, draft.now().real())
                .filter(wish -> wish.stage() == SpeakV1.Forgetting.Stage.DONE)
                .ifPresent(wish -> memories.forget(envelope, message, wish, input.at(), draft));
        return CommandResult.APPLIED;
    }

    /** Locale and country travel with a message and are known when the avatar speaks first, too. */
    private static void noteWhereabouts(OwnerMessageV1 message, Draft draft) {
        OutreachQuota known = OutreachQuota.orNew(draft.quota(message.avatarId()));
        OutreachQuota now = known.of(message.locale(), message.country());
        if (!now.equals(known)) {
            draft.change(new Change.QuotaChanged(message.avatarId(), now));
        }
    }

    /** The owner wants no concern about them any longer. */
    public CommandResult eraseConcern(CloudEvent<?> envelope, EraseConcernV1 wish, Draft draft) {
        Resident resident = draft.resident(wish.avatarId());
        if (resident == null || !resident.isOwnedBy(wish.ownerId())) {
            return new CommandResult.Rejected("only the owner may erase a concern");
        }
        Input input = new Input.ConcernErased(resident.timeOf(draft.now().world()));
        living.take(resident, wish.requestId().value(), input, envelope, draft);
        return CommandResult.APPLIED;
    }

    private static Utterance heard(OwnerMessageV1 message, WorldTime at, Draft draft) {
        ConversationId conversation = Resident.ownerConversation(message.avatarId(), message.ownerId());
        return new Utterance(
                conversation,
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
                at,
                Mention.in(message.content(), Sitting.mentions(draft.recent(conversation))));
    }

    /** The llm service found words. Only the first words for a message are spoken. */
    public CommandResult speak(CloudEvent<?> envelope, WordsV1 words, Draft draft) {
        Ask ask = draft.ask(words.inReplyTo());
        if (ask == null || !ask.avatar().equals(words.avatarId())) {
            return new CommandResult.Ignored("no answer is awaited, or not any more");
        }
        if (words.content().isBlank() || words.content().length() > WordsV1.MOST_CHARS) {
            return new CommandResult.Rejected("an answer has 1 to " + WordsV1.MOST_CHARS + " characters: got "
                    + words.content().length());
        }
        List<UUID> used = words.memories() == null ? List.of() : words.memories();
        Found spoken = new Found(words.content(), words.tone(), words.voice(), used, Change.Wait.ANSWERED);
        return speak(envelope, ask, spoken, draft);
    }

    /** The first words of an answer came in time: the rest is awaited longer, but not for ever. */
    public CommandResult begun(AnswerBegunV1 begun, Draft draft) {
        Ask ask = draft.ask(begun.inReplyTo());
        if (ask == null || !ask.avatar().equals(begun.avatarId()) || !ask.wasSent()) {
            return new CommandResult.Ignored("no answer is awaited, or not any more");
        }
        Instant latest = ask.request().data().deadline().plus(rules.longest());
        Instant until = begun.until().isBefore(latest) ? begun.until() : latest;
        boolean isAnswer = ask.request().data().occasion() == SpeakV1.Occasion.ANSWER;
        if (!isAnswer || !until.isAfter(ask.dueAt())) {
            return new CommandResult.Ignored("it is awaited long enough");
        }
        draft.change(new Change.AnswerPostponed(ask.until(until)));
        return CommandResult.APPLIED;
    }

    /** No words came in time: the avatar speaks with the offline voice. */
    public CommandResult speakOffline(Ask due, Draft draft) {
        Ask ask = draft.ask(due.inReplyTo());
        if (ask == null) {
            return new CommandResult.Ignored("it was answered in time");
        }
        if (ask.dueAt().isAfter(due.dueAt())) {
            return new CommandResult.Ignored("its first words came in time");
        }
        Phrasing.Wording words = phrasing.speak(ask.request().data());
        Found spoken = new Found(words.content(), words.tone(), Phrasing.OFFLINE, words.memories(), Change.Wait.MISSED);
        return speak(ask.request(), ask, spoken, draft);
    }

    /** Words, who found them, and the memories that they use. */
    private record Found(String content, String tone, String voice, List<UUID> memories, Change.Wait end) {}

    private CommandResult speak(CloudEvent<?> cause, Ask ask, Found spoken, Draft draft) {
        Resident resident = draft.resident(ask.avatar());
        if (resident == null || resident.isErased()) {
            return new CommandResult.Ignored("the avatar was erased");
        }
        SpeakV1 request = ask.request().data();
        draft.change(new Change.AnswerSettled(ask, spoken.end()));
        if (request.occasion() == SpeakV1.Occasion.TURN) {
            turns.spoke(cause, ask, spoken.content(), spoken.tone(), spoken.voice(), draft);
            return CommandResult.APPLIED;
        }
        Input.Spoke input = new Input.Spoke(resident.timeOf(draft.now().world()));
        Resident moved = living.take(resident, request.messageId().value(), input, cause, draft);
        Utterance said = said(resident, moved, request, spoken, input.at(), draft);
        if (request.occasion() == SpeakV1.Occasion.GREETING) {
            greet(cause, said, draft);
        } else {
            say(cause, said, draft);
        }
        OwnerMemories.used(cause, request, spoken.memories(), said, draft);
        return CommandResult.APPLIED;
    }

    private static Utterance said(
            Resident speaker, Resident moved, SpeakV1 request, Found spoken, WorldTime at, Draft draft) {
        WorldTime now = moved.timeOf(draft.now().world());
        StateView state = draft.now().lives().view(moved.mind(), now, moved.locale());
        boolean answers = request.occasion() == SpeakV1.Occasion.ANSWER;
        return new Utterance(
                request.conversationId(),
                speaker.id(),
                speaker.owner(),
                request.messageId(),
                Author.AVATAR,
                spoken.content(),
                answers ? request.inReplyTo() : null,
                state.mood(),
                state.emotions(),
                spoken.tone(),
                spoken.voice(),
                answers ? request.act() : null,
                at,
                Mention.in(spoken.content(), request.mentions()));
    }

    private static void say(CloudEvent<?> cause, Utterance said, Draft draft) {
        draft.change(new Change.Uttered(said, draft.now().real()));
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
                VoiceKind.of(said.voice()),
                said.about());
        UUID id = DerivedId.of(said.id().value(), "said");
        draft.publish(draft.envelopes().causedBy(cause, id, said.at(), event));
    }

    /** A greeting is said in the conversation, and shown as what it is. */
    private static void greet(CloudEvent<?> cause, Utterance said, Draft draft) {
        draft.change(new Change.Uttered(said, draft.now().real()));
        GreetingSaidV1 event = new GreetingSaidV1(
                said.avatar(),
                said.owner(),
                said.conversation(),
                said.id(),
                said.content(),
                said.mood(),
                said.emotions(),
                said.tone(),
                said.at(),
                VoiceKind.of(said.voice()),
                said.about());
        UUID id = DerivedId.of(said.id().value(), "greeting");
        draft.publish(draft.envelopes().causedBy(cause, id, said.at(), event));
    }
}
