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
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.StartConversationV1;
import viva.life.activity.InConversation;
import viva.life.activity.Socializing;
import viva.life.conversation.Encounter;
import viva.life.decision.Change;
import viva.life.decision.CommandResult;
import viva.life.decision.Draft;
import viva.life.living.Living;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.resident.Resident;
import viva.life.talk.Rapport;
import viva.life.talk.Script;
import viva.life.talk.Talk;

/** Avatars invite each other, accept, decline, begin and stop to talk, as the commands between their shards say. */
public final class Encounters {
    /** World hours by which the first word may be ahead: the time between a yes and that word, in the fastest world. */
    private static final double FURTHEST_START = 6;

    private static final CommandResult NOT_HERE = new CommandResult.Ignored("the avatar does not live here any more");

    private final Living living;
    private final Departures departures;
    private final EncounterRules rules;

    public Encounters(Living living, Departures departures, EncounterRules rules) {
        this.living = living;
        this.departures = departures;
        this.rules = rules;
    }

    /** The owner names a partner to talk to. */
    public CommandResult start(CloudEvent<?> envelope, StartConversationV1 wish, Draft draft) {
        Resident host = draft.resident(wish.avatarId());
        if (host == null || !host.isOwnedBy(wish.ownerId())) {
            return new CommandResult.Rejected("only the owner may ask an avatar to talk");
        }
        if (wish.otherId().equals(wish.avatarId())) {
            return new CommandResult.Rejected("no avatar talks with itself");
        }
        EndReason reason = excuse(host, wish.otherId(), draft);
        if (reason != null) {
            WorldTime now = draft.now().world();
            EncounterMessages.declined(host, wish.otherId(), wish.conversationId(), reason, now, draft);
            return CommandResult.APPLIED;
        }
        Input input = new Input.Urged(draft.now().at(wish.askedAt()), wish.otherId(), wish.conversationId());
        living.take(host, wish.conversationId().value(), input, envelope, draft);
        return CommandResult.APPLIED;
    }

    /** Why a host talks with nobody, or not with {@code other}; null when it may. */
    private static EndReason excuse(Resident host, AvatarId other, Draft draft) {
        if (!host.isLiving()) {
            return EndReason.RESTING;
        }
        if (draft.blocks(host.id(), other)) {
            return EndReason.BLOCKED;
        }
        return draft.isBlocked(host.id(), other) ? EndReason.NOT_AVAILABLE : null;
    }

    /** The owner wants a conversation to end; without an id, whichever the avatar is in. */
    public CommandResult end(CloudEvent<?> envelope, EndConversationV1 wish, Draft draft) {
        Resident resident = draft.resident(wish.avatarId());
        if (resident == null || !resident.isOwnedBy(wish.ownerId())) {
            return new CommandResult.Rejected("only the owner may end a conversation");
        }
        if (isWaiting(resident, wish.conversationId())) {
            Input cut = new Input.Cut(draft.now().world(), wish.conversationId());
            living.take(resident, envelope.id(), cut, envelope, draft);
            return CommandResult.APPLIED;
        }
        boolean talks = resident.isLiving()
                && resident.mind().activity() instanceof InConversation talking
                && (wish.conversationId() == null || talking.conversation().equals(wish.conversationId()));
        if (!talks) {
            return new CommandResult.Ignored("it is not in that conversation");
        }
        stop(resident, EndReason.OWNER_ENDED, envelope, draft);
        return CommandResult.APPLIED;
    }

    /** Whether a host has invited a guest to this conversation and has no answer yet; a guest that accepts later learns that it is too late. */
    private static boolean isWaiting(Resident resident, ConversationId conversation) {
        return resident.isLiving()
                && conversation != null
                && resident.mind().activity() instanceof Socializing socializing
                && socializing.awaits(conversation);
    }

    /** The avatar rests from now on: its partner learns that the conversation is over. */
    public void rest(Resident resident, CloudEvent<?> cause, Draft draft) {
        stop(resident, EndReason.PARTNER_RESTS, cause, draft);
    }

    private void stop(Resident resident, EndReason reason, CloudEvent<?> cause, Draft draft) {
        if (resident.mind() != null && resident.mind().activity() instanceof InConversation talking) {
            WorldTime now = draft.now().world();
            living.take(resident, cause.id(), new Input.Cut(now, talking.conversation()), cause, draft);
            EncounterMessages.cut(talking.partner(), resident.id(), talking.conversation(), reason, now, draft);
        }
    }

    /** An avatar is about to be erased: its partners learn that their conversations are over, those that wait for their last words included. */
    public void vanish(AvatarId erased, Resident known, Draft draft) {
        draft.openEncounters(erased).forEach(encounter -> Partings.abandon(encounter, erased, draft));
        if (known == null || !known.isLiving() || !(known.mind().activity() instanceof InConversation talking)) {
            return;
        }
        Encounter begun = draft.encounter(talking.conversation());
        if (begun != null) {
            Partings.abandon(begun, erased, draft);
        } else if (!draft.isDissolved(talking.conversation())) {
            WorldTime now = draft.now().world();
            EncounterMessages.cut(
                    talking.partner(), erased, talking.conversation(), EndReason.PARTNER_GONE, now, draft);
        }
    }

    public CommandResult invite(CloudEvent<?> envelope, InvitationV1 invitation, Draft draft) {
        Resident guest = draft.resident(invitation.avatarId());
        if (invitation.hostId().equals(invitation.avatarId())) {
            return new CommandResult.Rejected("no avatar invites itself");
        }
        EndReason absent = absent(guest, invitation, draft);
        if (absent != null) {
            EncounterMessages.refuse(invitation, absent, draft);
            return CommandResult.APPLIED;
        }
        Input input = new Input.Invited(
                draft.now().notAfter(invitation.at()),
                invitation.hostId(),
                invitation.conversationId(),
                invitation.urged());
        living.take(guest, invitation.conversationId().value(), input, envelope, draft);
        return CommandResult.APPLIED;
    }

    /** What keeps a guest from it whatever its mind may want; null when nothing does. */
    private static EndReason absent(Resident guest, InvitationV1 invitation, Draft draft) {
        if (draft.isGone(invitation.avatarId())) {
            return EndReason.GONE;
        }
        if (guest == null || !guest.isLiving()) {
            return EndReason.RESTING;
        }
        if (draft.isBlocked(guest.id(), invitation.hostId())) {
            return EndReason.NOT_AVAILABLE;
        }
        return isTooLate(invitation, guest, draft) ? EndReason.TOO_LATE : null;
    }

    /** The host waits no longer, or has moved on before its guest got to that hour. */
    private static boolean isTooLate(InvitationV1 invitation, Resident guest, Draft draft) {
        boolean past = draft.now().world().compareTo(invitation.until()) > 0
                && !draft.now().isLate(invitation.at());
        return past || guest.mind().asOf().compareTo(invitation.until()) > 0;
    }

    public CommandResult answered(CloudEvent<?> envelope, InvitationAnswerV1 answer, Draft draft) {
        Resident host = draft.resident(answer.avatarId());
        if (host == null || !host.isLiving()) {
            return answeredInVain(host, answer, draft);
        }
        if (answer.declined() != null) {
            return declined(envelope, host, answer, answer.declined(), draft);
        }
        if (draft.isBlocked(host.id(), answer.guestId())) {
            cut(answer.guestId(), host.id(), answer.conversationId(), EndReason.NOT_AVAILABLE, answer.at(), draft);
            return declined(envelope, host, answer, EndReason.NOT_AVAILABLE, draft);
        }
        Mind guest;
        try {
            guest = MindCodec.decode(Base64.getDecoder().decode(answer.guestMind()));
        } catch (IllegalArgumentException e) {
            return new CommandResult.Rejected("the guest's mind cannot be read: " + e.getMessage());
        }
        return accepted(envelope, host, answer, guest, draft);
    }

    /** The host rests or was erased meanwhile. */
    private static CommandResult answeredInVain(Resident host, InvitationAnswerV1 answer, Draft draft) {
        boolean rests = !draft.isGone(answer.avatarId());
        if (answer.declined() == null) {
            EndReason reason = rests ? EndReason.RESTING : EndReason.GONE;
            cut(answer.guestId(), answer.avatarId(), answer.conversationId(), reason, answer.at(), draft);
        }
        if (rests && host != null && answer.urged()) {
            WorldTime now = draft.now().world();
            EncounterMessages.declined(host, answer.guestId(), answer.conversationId(), EndReason.RESTING, now, draft);
        }
        return NOT_HERE;
    }

    private CommandResult declined(
            CloudEvent<?> envelope, Resident host, InvitationAnswerV1 answer, EndReason reason, Draft draft) {
        UUID id = DerivedId.of(answer.conversationId().value(), "declined");
        WorldTime at = draft.now().notAfter(answer.at());
        if (answer.urged()) {
            living.take(host, id, new Input.Cut(at, answer.conversationId()), envelope, draft);
            EncounterMessages.declined(host, answer.guestId(), answer.conversationId(), reason, answer.at(), draft);
        } else {
            living.take(host, id, new Input.Declined(at, answer.conversationId(), reason), envelope, draft);
        }
        boolean gone = reason == EndReason.GONE;
        if (gone || reason == EndReason.RESTING) {
            departures.letGo(host.id(), answer.guestId(), gone, envelope, draft);
        }
        return CommandResult.APPLIED;
    }

    private CommandResult accepted(
            CloudEvent<?> envelope, Resident resident, InvitationAnswerV1 answer, Mind guest, Draft draft) {
        AvatarProfile profile = draft.profile(resident.id());
        if (profile == null) {
            return NOT_HERE;
        }
        WorldTime at = draft.now().notAfter(answer.at());
        Resident host = living.liveTo(resident, at, draft);
        WorldTime start = draft.now().later(at, rules.breath());
        Rapport rapport =
                Rapport.between(profile.personality(), answer.guestProfile().personality());
        Talk.Plan plan = draft.now()
                .lives()
                .plan(answer.conversationId(), host.id(), host.mind(), answer.guestId(), guest, rapport, start);
        Input input = new Input.Met(
                at,
                answer.guestId(),
                answer.conversationId(),
                true,
                plan.acts(),
                rapport.humorMatch(),
                rapport.overlap(),
                start,
                plan.topics());
        UUID id = DerivedId.of(answer.conversationId().value(), "met");
        Resident moved = living.take(host, id, input, envelope, draft);
        if (moved.mind().activity() instanceof InConversation talking
                && talking.conversation().equals(answer.conversationId())) {
            begin(moved, talking.script(), profile, answer, guest, plan, draft);
        } else if (answer.urged()) {
            EncounterMessages.declined(moved, answer.guestId(), answer.conversationId(), EndReason.TOO_LATE, at, draft);
        }
        return CommandResult.APPLIED;
    }

    /** An encounter begins. It is voiced while a person watches and when an owner wanted it; the words of all others are found when they are first read. */
    private void begin(
            Resident host,
            Script script,
            AvatarProfile hostProfile,
            InvitationAnswerV1 answer,
            Mind guest,
            Talk.Plan plan,
            Draft draft) {
        boolean attended =
                answer.attended() || answer.urged() || draft.now().company().isWatched(host.id());
        Encounter encounter = new Encounter(
                answer.conversationId(),
                new Encounter.Side(
                        host.id(), host.owner(), hostProfile.name(), host.mind().withoutConcern(), null),
                new Encounter.Side(
                        answer.guestId(),
                        answer.guestOwnerId(),
                        answer.guestProfile().name(),
                        guest.withoutConcern(),
                        answer.guestProfile()),
                attended && !draft.now().isLate(answer.at()),
                plan.turningPoint(),
                script,
                plan.outcome(),
                0,
                Encounter.RUNNING,
                null,
                null);
        draft.change(new Change.EncounterBegun(encounter));
        EncounterMessages.begun(encounter, plan, draft);
    }

    public CommandResult begun(CloudEvent<?> envelope, ConversationBegunV1 begun, Draft draft) {
        Resident guest = draft.resident(begun.avatarId());
        WorldTime now = draft.now().world();
        if (guest == null || !guest.isLiving()) {
            EndReason reason = draft.isGone(begun.avatarId()) ? EndReason.PARTNER_GONE : EndReason.PARTNER_RESTS;
            cut(begun.hostId(), begun.avatarId(), begun.conversationId(), reason, now, draft);
            return NOT_HERE;
        }
        if (draft.isBlocked(guest.id(), begun.hostId())) {
            cut(begun.hostId(), guest.id(), begun.conversationId(), EndReason.NOT_AVAILABLE, now, draft);
            return new CommandResult.Ignored("there may be nothing between the two");
        }
        if (begun.startsAt().hoursSince(now) > FURTHEST_START) {
            return new CommandResult.Rejected("no guest waits that long: starts_at = " + begun.startsAt());
        }
        Input input = new Input.Met(
                draft.now().notAfter(begun.startsAt()),
                begun.hostId(),
                begun.conversationId(),
                false,
                begun.acts(),
                begun.humorMatch(),
                begun.overlap(),
                begun.startsAt(),
                begun.topics());
        UUID id = DerivedId.of(begun.conversationId().value(), "met by guest");
        living.take(guest, id, input, envelope, draft);
        return CommandResult.APPLIED;
    }

    public CommandResult cut(CloudEvent<?> envelope, ConversationCutV1 cut, Draft draft) {
        Resident resident = draft.resident(cut.avatarId());
        if (resident == null || resident.isErased()) {
            return NOT_HERE;
        }
        WorldTime at = draft.now().notAfter(cut.at());
        boolean wasErased = cut.reason() == EndReason.PARTNER_GONE;
        if (wasErased) {
            Partings.partnerErased(cut, at, draft);
        }
        if (resident.isLiving()) {
            living.take(resident, envelope.id(), new Input.Cut(at, cut.conversationId()), envelope, draft);
        }
        if (wasErased || cut.reason() == EndReason.GONE) {
            departures.letGo(resident.id(), cut.otherId(), true, envelope, draft);
        }
        return CommandResult.APPLIED;
    }

    private static void cut(
            AvatarId to, AvatarId from, ConversationId conversation, EndReason reason, WorldTime at, Draft draft) {
        EncounterMessages.cut(to, from, conversation, reason, at, draft);
    }
}
