package viva.life.encounter;

import java.util.Base64;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.DerivedId;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Combined;
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.Event;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.LifeCommand;
import viva.life.conversation.Encounter;
import viva.life.decision.Draft;
import viva.life.mind.Intent;
import viva.life.mind.MindCodec;
import viva.life.resident.Resident;
import viva.life.talk.Script;
import viva.life.talk.Talk;

/**
 * The messages of an encounter: commands between the shards of the two avatars, and events for everybody. Each id follows from the
 * conversation's, so that a repeated decision sends nothing twice.
 */
final class EncounterMessages {
    private EncounterMessages() {}

    static void invite(Resident host, AvatarProfile profile, AvatarId guest, Intent.SeekCompany seek, Draft draft) {
        InvitationV1 invitation = new InvitationV1(
                guest,
                host.id(),
                host.owner(),
                profile.name(),
                seek.conversation(),
                draft.now().company().isWatched(host.id()) && !draft.now().isLate(seek.at()),
                seek.urged(),
                seek.at(),
                seek.until());
        command(id(seek.conversation(), "invitation"), seek.at(), invitation, draft);
    }

    /**
     * Tells the host what its guest answers.
     *
     * @param declined null when the guest comes; otherwise {@code profile} may be null
     */
    static void answer(
            Resident guest,
            AvatarProfile profile,
            Intent.Answer answer,
            EndReason declined,
            CloudEvent<?> cause,
            Draft draft) {
        boolean urged = cause != null && cause.data() instanceof InvitationV1 invitation && invitation.urged();
        boolean comes = declined == null;
        InvitationAnswerV1 message = new InvitationAnswerV1(
                answer.host(),
                guest.id(),
                answer.conversation(),
                declined,
                urged,
                guest.owner(),
                comes ? profile : null,
                comes
                        ? Base64.getEncoder()
                                .encodeToString(MindCodec.encode(guest.mind().withoutConcern()))
                        : null,
                draft.now().company().isWatched(guest.id()) && !draft.now().isLate(answer.at()),
                answer.at());
        command(id(answer.conversation(), "answer of " + guest.id()), answer.at(), message, draft);
    }

    /** Tells the host that its guest does not come, whatever the guest's mind may want. */
    static void refuse(InvitationV1 invitation, EndReason reason, Draft draft) {
        WorldTime at = draft.now().world();
        InvitationAnswerV1 message = new InvitationAnswerV1(
                invitation.hostId(),
                invitation.avatarId(),
                invitation.conversationId(),
                reason,
                invitation.urged(),
                null,
                null,
                null,
                false,
                at);
        command(id(invitation.conversationId(), "answer of " + invitation.avatarId()), at, message, draft);
    }

    /** Tells the owner who named a partner that nothing comes of it. */
    static void declined(
            Resident host, AvatarId guest, ConversationId conversation, EndReason reason, WorldTime at, Draft draft) {
        AvatarId other = reason == EndReason.GONE ? guest.pseudonym() : guest;
        ConversationEndedV1 event = new ConversationEndedV1(
                host.id(), host.owner(), other, null, conversation, true, true, reason, null, at);
        publish(id(conversation, "declined to " + host.id()), at, event, draft);
    }

    /** Tells the other side that it takes part in no conversation any more. */
    static void cut(
            AvatarId to, AvatarId from, ConversationId conversation, EndReason reason, WorldTime at, Draft draft) {
        ConversationCutV1 message = new ConversationCutV1(to, from, conversation, reason, at);
        command(id(conversation, reason.label() + " to " + to), at, message, draft);
    }

    /** Tells the guest's shard how the two talk, and both owners that they do. */
    static void begun(Encounter encounter, Talk.Plan plan, Draft draft) {
        Script script = encounter.script();
        WorldTime start = new WorldTime(script.startMillis());
        ConversationBegunV1 begun = new ConversationBegunV1(
                encounter.guest().id(),
                encounter.host().id(),
                encounter.id(),
                plan.acts(),
                script.humorMatch(),
                script.overlap(),
                start,
                plan.topics());
        command(id(encounter.id(), "begun"), start, begun, draft);
        tell(encounter, "started", started(encounter, start), start, draft);
    }

    private static ConversationStartedV1 started(Encounter encounter, WorldTime at) {
        Encounter.Side host = encounter.host();
        Encounter.Side guest = encounter.guest();
        return new ConversationStartedV1(
                host.id(),
                host.owner(),
                guest.id(),
                guest.name(),
                encounter.id(),
                encounter.voiced(),
                at,
                host.name(),
                guest.owner());
    }

    /** Tells both owners what came of it. */
    static void ended(Encounter over, Draft draft) {
        Encounter.Side host = over.host();
        Encounter.Side guest = over.guest();
        ConversationEndedV1 ended = new ConversationEndedV1(
                host.id(),
                host.owner(),
                guest.id(),
                guest.name(),
                over.id(),
                true,
                over.voiced(),
                over.reason(),
                over.landed() > 0 ? over.outcome() : null,
                over.endedAt(),
                host.name(),
                guest.owner());
        tell(over, "ended", ended, over.endedAt(), draft);
    }

    /** Tells the owner of {@code stays} that the other side was erased. The event does not tell who that was. */
    static void partnerGone(Encounter encounter, Encounter.Side stays, WorldTime at, Draft draft) {
        ConversationEndedV1 event = new ConversationEndedV1(
                stays.id(),
                stays.owner(),
                encounter.other(stays).id().pseudonym(),
                null,
                encounter.id(),
                encounter.isHost(stays),
                encounter.voiced(),
                EndReason.PARTNER_GONE,
                null,
                at);
        publish(id(encounter.id(), "ended for " + stays.id()), at, event, draft);
    }

    /** Once for both where nobody watches; otherwise once for each, in the order of that side's lines. */
    private static <E extends Event & Combined<E>> void tell(
            Encounter encounter, String what, E event, WorldTime at, Draft draft) {
        if (encounter.voiced()) {
            for (E side : event.parts()) {
                publish(id(encounter.id(), what + " for " + side.avatarId()), at, side, draft);
            }
        } else {
            publish(id(encounter.id(), what), at, event, draft);
        }
    }

    private static void publish(UUID id, WorldTime at, Event event, Draft draft) {
        draft.publish(draft.envelopes().first(id, at, event));
    }

    private static void command(UUID id, WorldTime at, LifeCommand command, Draft draft) {
        draft.toAvatar(draft.envelopes().first(id, at, command));
    }

    private static UUID id(ConversationId conversation, String what) {
        return DerivedId.of(conversation.value(), what);
    }
}
