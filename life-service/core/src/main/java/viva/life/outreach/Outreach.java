package viva.life.outreach;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.DerivedId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.ThoughtHadV1;
import viva.life.conversation.Sitting;
import viva.life.decision.Change;
import viva.life.decision.Draft;
import viva.life.decision.Now;
import viva.life.decision.Posting.Recipient;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.ownertalk.OwnerMemories;
import viva.life.ownertalk.SpeakContexts;
import viva.life.ownertalk.WordRequests;
import viva.life.resident.OutreachQuota;
import viva.life.resident.OutreachRules;
import viva.life.resident.Resident;
import viva.life.voice.Phrasing;

/** Carries out what a mind wants its owner to know: a greeting, a thought, a message that it writes first. */
public final class Outreach {
    private static final Duration GREETING_DEADLINE = Duration.ofSeconds(5);
    private static final Duration MESSAGE_DEADLINE = Duration.ofSeconds(30);

    private final Phrasing phrasing;
    private final OutreachRules rules;
    private final OwnerMemories memories;

    public Outreach(Phrasing phrasing, OutreachRules rules, OwnerMemories memories) {
        this.phrasing = phrasing;
        this.rules = rules;
        this.memories = memories;
    }

    /** {@code cause} may be null. */
    public void greet(Resident resident, Intent.Greet greet, CloudEvent<?> cause, Draft draft) {
        UUID id = cause == null ? resident.momentId("greeting") : cause.id();
        Request request =
                new Request(id, SpeakV1.Occasion.GREETING, GREETING_DEADLINE, Recipient.LLM_INTERACTIVE, greet.at());
        ask(resident, request, draft);
    }

    /**
     * Writes first, unless it is the owner's night, was done often enough today, or is being made up for: then nothing is sent, and the mind waits
     * for no answer but for the instant from which on it may write. What it felt stays felt.
     */
    public void reachOut(Resident resident, Intent.ReachOut reach, Draft draft) {
        OutreachQuota quota = OutreachQuota.orNew(draft.quota(resident.id()));
        Instant now = draft.now().real();
        Optional<Instant> postponed = quota.postponed(now, draft.now().isLate(reach.at()), rules);
        if (postponed.isPresent()) {
            Input unsent = new Input.Unsent(reach.at(), draft.now().worldTimeAt(postponed.get()));
            Living.note(resident, resident.momentId("unsent"), unsent, draft);
            return;
        }
        draft.change(new Change.QuotaChanged(resident.id(), quota.used(now)));
        UUID id = resident.momentId("reach out");
        Request request =
                new Request(id, SpeakV1.Occasion.REACH_OUT, MESSAGE_DEADLINE, Recipient.LLM_BACKGROUND, reach.at());
        ask(resident, request, draft);
    }

    /**
     * A request for words to the owner that answer nothing.
     *
     * @param limit until its deadline, in real time
     */
    private record Request(UUID id, SpeakV1.Occasion occasion, Duration limit, Recipient recipient, WorldTime at) {}

    private void ask(Resident resident, Request request, Draft draft) {
        AvatarProfile profile = draft.profile(resident.id());
        if (profile == null) {
            return;
        }
        Now now = draft.now();
        ConversationId conversation = resident.ownerConversation();
        SpeakV1.Frame frame = new SpeakV1.Frame(
                resident.id(),
                conversation,
                new MessageId(request.id()),
                new MessageId(DerivedId.of(request.id(), "words")),
                profile,
                now.lives().view(resident.mind(), now.world(), resident.locale()),
                now.real().plus(request.limit()));
        List<SpeakV1.Line> recent = Sitting.recent(memories.stillKnown(draft.recent(conversation)));
        SpeakV1 speak = request.occasion() == SpeakV1.Occasion.GREETING
                ? SpeakV1.greeting(frame, recent, draft.news(resident.id()))
                : SpeakV1.reachOut(frame, recent);
        SpeakV1.Context context = SpeakContexts.of(
                        resident, profile, now.world(), draft.quota(resident.id()), null, draft)
                .remembering(memories.stillKnown(draft.recalled(new MessageId(request.id())), conversation, draft));
        UUID id = DerivedId.of(request.id(), "speak");
        WordRequests.ask(draft.envelopes().first(id, request.at(), speak.in(context)), request.recipient(), draft);
    }

    /** A thought that the owner asked for, or that comes while a person watches. */
    public void think(Resident resident, Intent.Think think, Draft draft) {
        AvatarProfile profile = draft.profile(resident.id());
        if (profile == null || (!think.asked() && draft.now().isLate(think.at()))) {
            return;
        }
        UUID id = resident.momentId("thought");
        ThoughtHadV1 event = new ThoughtHadV1(
                resident.id(),
                resident.owner(),
                think.thought().topic().label(),
                phrasing.thought(resident.id(), profile, think.thought()),
                resident.mind().tick(),
                think.at());
        draft.publish(draft.envelopes().first(id, think.at(), event));
    }
}
