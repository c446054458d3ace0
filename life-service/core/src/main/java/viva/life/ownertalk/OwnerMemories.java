package viva.life.ownertalk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import viva.contracts.Audience;
import viva.contracts.Author;
import viva.contracts.ConversationId;
import viva.contracts.DerivedId;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ForgetAboutV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.RecalledV1;
import viva.contracts.message.RememberV1;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Sitting;
import viva.life.conversation.Spoken;
import viva.life.conversation.Utterance;
import viva.life.decision.Change;
import viva.life.decision.Draft;
import viva.life.decision.Posting.Recipient;
import viva.life.hearing.Signs;
import viva.life.mind.Intent;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;

/**
 * What avatars keep of talks with their owners, for their owners alone: facts as they are told, a chat when it is over or has gone on for some time. Each
 * memory has an id that follows from what it is of. Words said in distress are kept nowhere but in the talk.
 */
public final class OwnerMemories {
    /** A memory has no more others in it. */
    private static final int MOST_OTHERS = 16;

    private final OwnerWords words;
    private final ChatRules rules;
    private final ForgetWishes wishes;

    public OwnerMemories(OwnerWords words, ChatRules rules) {
        this.words = words;
        this.rules = rules;
        this.wishes = new ForgetWishes(words);
    }

    ForgetWishes wishes() {
        return wishes;
    }

    /** A talk without what was said of what is forgotten. */
    public List<Spoken> stillKnown(List<Spoken> talk) {
        return wishes.remembered(talk, null);
    }

    /** Memories without those of what is forgotten. */
    public List<SpeakV1.Memory> stillKnown(List<SpeakV1.Memory> recalled, ConversationId talk, Draft draft) {
        return wishes.remembered(recalled, draft.recent(talk), null, draft.now());
    }

    ChatRules rules() {
        return rules;
    }

    /**
     * When and why something is remembered.
     *
     * @param cause null when nothing was said just now
     * @param resident as it is then
     */
    private record Moment(CloudEvent<?> cause, Resident resident, WorldTime at, Instant real) {
        Locale language() {
            return Locale.forLanguageTag(resident.locale());
        }
    }

    /**
     * The owner said something: its facts are kept, and so is the chat when it has gone on for long.
     *
     * @param resident as it is after hearing it
     */
    void heard(CloudEvent<?> cause, OwnerMessageV1 message, Resident resident, WorldTime at, Draft draft) {
        Moment moment = new Moment(cause, resident, at, message.sentAt());
        Reading reading = draft.reading(message.messageId());
        if (reading == null || !Signs.distress(reading)) {
            keepFacts(message, moment, draft);
        }
        OutreachQuota quota = OutreachQuota.orNew(draft.quota(resident.id())).toldMore();
        draft.change(new Change.QuotaChanged(resident.id(), quota));
        if (quota.untold() >= rules.turns()) {
            keepChat(DerivedId.of(message.messageId().value(), "chat"), moment, draft);
        }
    }

    private void keepFacts(OwnerMessageV1 message, Moment moment, Draft draft) {
        Resident resident = moment.resident();
        OutreachQuota quota = OutreachQuota.orNew(draft.quota(resident.id()));
        List<String> remembered = draft.recalled(message.messageId()).stream()
                .map(SpeakV1.Memory::content)
                .toList();
        List<OwnerWords.Worth> facts =
                words.facts(message.content(), moment.language(), quota.dayOf(moment.real()), remembered);
        List<Mention> about =
                Mention.in(message.content(), Sitting.mentions(draft.recent(resident.ownerConversation())));
        for (int index = 0; index < facts.size(); index++) {
            UUID id = DerivedId.of(message.messageId().value(), "fact " + index);
            remember(id, moment, facts.get(index), about, draft);
        }
    }

    /** A chat is over: what the owner said since the last memory of it is remembered. */
    public void chatEnded(Resident resident, Intent.ChatEnded ended, Draft draft) {
        if (OutreachQuota.orNew(draft.quota(resident.id())).untold() > 0) {
            List<Spoken> talk = draft.recent(resident.ownerConversation());
            Instant last = talk.isEmpty() ? draft.now().real() : talk.getLast().at();
            keepChat(resident.momentId("chat"), new Moment(null, resident, ended.at(), last), draft);
        }
    }

    private void keepChat(UUID id, Moment moment, Draft draft) {
        Resident resident = moment.resident();
        OutreachQuota quota = OutreachQuota.orNew(draft.quota(resident.id()));
        List<Spoken> lines = untold(draft.recent(resident.ownerConversation()), quota.untold());
        words.chat(lines.stream().map(Spoken::content).toList(), moment.language())
                .ifPresent(chat -> remember(id, moment, chat, Sitting.mentions(lines), draft));
        draft.change(new Change.QuotaChanged(resident.id(), quota.toldAll()));
    }

    /** The latest messages of the owner, without what is forgotten. */
    private List<Spoken> untold(List<Spoken> talk, int messages) {
        List<Spoken> said =
                talk.stream().filter(spoken -> spoken.author() == Author.OWNER).toList();
        List<Spoken> kept = wishes.remembered(talk, null);
        return said.subList(Math.max(0, said.size() - messages), said.size()).stream()
                .filter(kept::contains)
                .toList();
    }

    /** @param about avatars that are named in it: when one is erased, its name goes from the memory, too */
    private static void remember(UUID id, Moment moment, OwnerWords.Worth worth, List<Mention> about, Draft draft) {
        Resident resident = moment.resident();
        WorldTime at = moment.at();
        RememberV1 memory = new RememberV1(
                resident.id(),
                new MessageId(id),
                worth.moving() ? "emotional_peak" : "interaction",
                cut(worth.content(), RememberV1.MOST_CHARS),
                worth.importance(),
                about.stream().map(Mention::id).distinct().limit(MOST_OTHERS).toList(),
                at,
                cut(worth.gist(), RememberV1.MOST_GIST_CHARS),
                Audience.OWNER,
                true,
                draft.now()
                        .lives()
                        .view(resident.mind(), resident.timeOf(at), resident.locale())
                        .emotions(),
                worth.slot(),
                null,
                moment.real(),
                null);
        draft.toRecipient(
                moment.cause() == null
                        ? draft.envelopes().first(id, at, memory)
                        : draft.envelopes().causedBy(moment.cause(), id, at, memory),
                Recipient.AVATAR_MEMORIES);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** The owner confirmed that something is to be forgotten. */
    void forget(CloudEvent<?> cause, OwnerMessageV1 message, SpeakV1.Forgetting wish, WorldTime at, Draft draft) {
        UUID id = DerivedId.of(message.messageId().value(), "forget");
        ForgetAboutV1 command = new ForgetAboutV1(
                message.avatarId(), message.messageId(), cut(wish.about(), ForgetAboutV1.MOST_CHARS), message.sentAt());
        draft.toRecipient(draft.envelopes().causedBy(cause, id, at, command), Recipient.AVATAR_MEMORIES);
    }

    /** Words were said that use memories of their request; ids of others are left out. */
    static void used(CloudEvent<?> cause, SpeakV1 request, List<UUID> memories, Utterance said, Draft draft) {
        List<MessageId> used = request.memories().stream()
                .map(SpeakV1.Memory::id)
                .filter(memories::contains)
                .map(MessageId::new)
                .toList();
        if (!used.isEmpty()) {
            UUID id = DerivedId.of(said.id().value(), "recalled");
            RecalledV1 command = new RecalledV1(said.avatar(), said.id(), used, said.at());
            draft.toRecipient(draft.envelopes().causedBy(cause, id, said.at(), command), Recipient.AVATAR_MEMORIES);
        }
    }
}
