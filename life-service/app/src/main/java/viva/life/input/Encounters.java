package viva.life.input;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
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
import viva.life.clock.World;
import viva.life.conversation.Encounter;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.resident.Resident;
import viva.life.talk.Talk;
import viva.platform.messaging.MessageFactory;

/** Avatars invite each other, accept, decline, begin and stop to talk, as the commands between their shards say. */
final class Encounters {
    /** World hours by which the first word may be ahead: the time between a yes and that word, in the fastest world. */
    private static final double FURTHEST_START = 6;

    private static final Reception TAKEN = new Reception.Taken();
    private static final Reception NOT_HERE = new Reception.Ignored("the avatar does not live here any more");

    private static final String RESTING = "resting";

    private final World world;
    private final Living living;
    private final Company company;
    private final Departures departures;

    Encounters(World world, Living living, Company company, Departures departures) {
        this.world = world;
        this.living = living;
        this.company = company;
        this.departures = departures;
    }

    /** The owner names somebody to talk to. */
    Reception start(CloudEvent<?> envelope, StartConversationV1 wish, Scene scene) {
        Resident host = scene.resident(wish.avatarId());
        if (!OwnerTalk.isOwned(host, wish.ownerId())) {
            return new Reception.Refused("only the owner may ask an avatar to talk");
        }
        if (wish.otherId().equals(wish.avatarId())) {
            return new Reception.Refused("nobody talks with oneself");
        }
        if (!host.isLiving()) {
            company.declined(host, wish.otherId(), wish.conversationId(), "resting", world.now(), scene);
            return TAKEN;
        }
        if (scene.isBlocked(host.id(), wish.otherId())) {
            String reason = scene.blocks(host.id(), wish.otherId()) ? "blocked" : Company.NOT_AVAILABLE;
            company.declined(host, wish.otherId(), wish.conversationId(), reason, world.now(), scene);
            return TAKEN;
        }
        Input input = new Input.Urged(at(wish.askedAt()), wish.otherId(), wish.conversationId());
        living.take(host, wish.conversationId().value(), input, envelope, scene);
        return TAKEN;
    }

    /** The owner wants a conversation to end; without an id, whichever the avatar is in. */
    Reception end(CloudEvent<?> envelope, EndConversationV1 wish, Scene scene) {
        Resident resident = scene.resident(wish.avatarId());
        if (!OwnerTalk.isOwned(resident, wish.ownerId())) {
            return new Reception.Refused("only the owner may end a conversation");
        }
        if (isWaiting(resident, wish.conversationId())) {
            living.take(resident, envelope.id(), new Input.Cut(world.now(), wish.conversationId()), envelope, scene);
            return TAKEN;
        }
        boolean talks = resident.isLiving()
                && resident.mind().activity() instanceof InConversation talking
                && (wish.conversationId() == null || talking.conversation().equals(wish.conversationId()));
        if (!talks) {
            return new Reception.Ignored("it is not in that conversation");
        }
        stop(resident, "owner_ended", envelope, scene);
        return TAKEN;
    }

    /** Whether it has invited somebody to this conversation and has no answer yet; whoever says yes then is told that it waits no longer. */
    private static boolean isWaiting(Resident resident, ConversationId conversation) {
        return resident.isLiving()
                && conversation != null
                && resident.mind().activity() instanceof Socializing socializing
                && socializing.awaits(conversation);
    }

    /** Ends the conversation that an avatar is in, for both. */
    void stop(Resident resident, String reason, CloudEvent<?> cause, Scene scene) {
        if (resident.mind() != null && resident.mind().activity() instanceof InConversation talking) {
            WorldTime now = world.now();
            living.take(resident, cause.id(), new Input.Cut(now, talking.conversation()), cause, scene);
            company.cut(talking.partner(), resident.id(), talking.conversation(), reason, now, scene);
        }
    }

    /** An avatar is about to be erased: whoever talks with it, or hears the last words of such a talk, is told that it is over. */
    void vanish(AvatarId erased, Resident known, Scene scene) {
        WorldTime now = world.now();
        scene.untold(erased).forEach(encounter -> company.abandon(encounter, erased, now, scene));
        if (known == null || !known.isLiving() || !(known.mind().activity() instanceof InConversation talking)) {
            return;
        }
        Encounter begun = scene.encounter(talking.conversation());
        if (begun != null) {
            company.abandon(begun, erased, now, scene);
        } else if (!scene.ledger().isForgotten(talking.conversation())) {
            company.cut(talking.partner(), erased, talking.conversation(), Company.PARTNER_GONE, now, scene);
        }
    }

    Reception invite(CloudEvent<?> envelope, InvitationV1 invitation, Scene scene) {
        Resident guest = scene.resident(invitation.avatarId());
        if (invitation.hostId().equals(invitation.avatarId())) {
            return new Reception.Refused("nobody invites oneself");
        }
        String absent = absent(guest, invitation, scene);
        if (absent != null) {
            company.refuse(invitation, absent, world.now(), scene);
            return TAKEN;
        }
        Input input = new Input.Invited(
                earlier(invitation.at()), invitation.hostId(), invitation.conversationId(), invitation.urged());
        living.take(guest, invitation.conversationId().value(), input, envelope, scene);
        return TAKEN;
    }

    /** What keeps a guest from it whatever it may want; null when nothing does. */
    private String absent(Resident guest, InvitationV1 invitation, Scene scene) {
        if (scene.isGone(invitation.avatarId())) {
            return Company.GONE;
        }
        if (guest == null || !guest.isLiving()) {
            return RESTING;
        }
        if (scene.isBlocked(guest.id(), invitation.hostId())) {
            return Company.NOT_AVAILABLE;
        }
        return isTooLate(invitation, guest) ? "too_late" : null;
    }

    /** The host waits no longer, or has moved on before its guest got to that hour. */
    private boolean isTooLate(InvitationV1 invitation, Resident guest) {
        boolean past = world.now().compareTo(invitation.until()) > 0 && !world.isLate(invitation.at());
        return past || guest.mind().asOf().compareTo(invitation.until()) > 0;
    }

    Reception answered(CloudEvent<?> envelope, InvitationAnswerV1 answer, Scene scene) {
        Resident host = scene.resident(answer.avatarId());
        if (host == null || !host.isLiving()) {
            boolean rests = !scene.isGone(answer.avatarId());
            if (answer.declined() == null) {
                String reason = rests ? "resting" : Company.GONE;
                company.cut(answer.guestId(), answer.avatarId(), answer.conversationId(), reason, answer.at(), scene);
            }
            if (rests && host != null && answer.urged()) {
                company.declined(host, answer.guestId(), answer.conversationId(), "resting", world.now(), scene);
            }
            return NOT_HERE;
        }
        if (answer.declined() != null) {
            return declined(envelope, host, answer, answer.declined(), scene);
        }
        if (scene.isBlocked(host.id(), answer.guestId())) {
            company.cut(
                    answer.guestId(), host.id(), answer.conversationId(), Company.NOT_AVAILABLE, answer.at(), scene);
            return declined(envelope, host, answer, Company.NOT_AVAILABLE, scene);
        }
        Mind guest;
        try {
            guest = MindCodec.decode(Base64.getDecoder().decode(answer.guestMind()));
        } catch (IllegalArgumentException e) {
            return new Reception.Refused("the guest's mind cannot be read: " + e.getMessage());
        }
        return accepted(envelope, host, answer, guest, scene);
    }

    private Reception declined(
            CloudEvent<?> envelope, Resident host, InvitationAnswerV1 answer, String reason, Scene scene) {
        UUID id = MessageFactory.derivedId(answer.conversationId().value(), "declined");
        if (answer.urged()) {
            living.take(host, id, new Input.Cut(earlier(answer.at()), answer.conversationId()), envelope, scene);
            company.declined(host, answer.guestId(), answer.conversationId(), reason, answer.at(), scene);
        } else {
            Input input = new Input.Declined(earlier(answer.at()), answer.conversationId(), reason);
            living.take(host, id, input, envelope, scene);
        }
        if (reason.equals(Company.GONE) || reason.equals(RESTING)) {
            departures.letGo(host.id(), answer.guestId(), reason.equals(Company.GONE), envelope, scene);
        }
        return TAKEN;
    }

    private Reception accepted(
            CloudEvent<?> envelope, Resident resident, InvitationAnswerV1 answer, Mind guest, Scene scene) {
        AvatarProfile profile = scene.profile(resident.id());
        if (profile == null) {
            return NOT_HERE;
        }
        WorldTime at = earlier(answer.at());
        Resident host = living.liveTo(resident, at, scene);
        WorldTime start = company.start(at);
        Talk.Plan plan = company.plan(host, profile, answer, guest, start);
        Input input = new Input.Met(
                at,
                answer.guestId(),
                answer.conversationId(),
                true,
                plan.acts(),
                company.rapport(profile, answer).humorMatch(),
                company.rapport(profile, answer).overlap(),
                start,
                plan.topics());
        UUID id = MessageFactory.derivedId(answer.conversationId().value(), "met");
        Resident moved = living.take(host, id, input, envelope, scene);
        if (moved.mind().activity() instanceof InConversation talking
                && talking.conversation().equals(answer.conversationId())) {
            company.begin(moved, talking.script(), profile, answer, guest, plan, scene);
        } else if (answer.urged()) {
            company.declined(moved, answer.guestId(), answer.conversationId(), "too_late", at, scene);
        }
        return TAKEN;
    }

    Reception begun(CloudEvent<?> envelope, ConversationBegunV1 begun, Scene scene) {
        Resident guest = scene.resident(begun.avatarId());
        if (guest == null || !guest.isLiving()) {
            String reason = scene.isGone(begun.avatarId()) ? Company.PARTNER_GONE : "partner_rests";
            company.cut(begun.hostId(), begun.avatarId(), begun.conversationId(), reason, world.now(), scene);
            return NOT_HERE;
        }
        if (scene.isBlocked(guest.id(), begun.hostId())) {
            company.cut(begun.hostId(), guest.id(), begun.conversationId(), Company.NOT_AVAILABLE, world.now(), scene);
            return new Reception.Ignored("nothing may be between the two");
        }
        if (begun.startsAt().hoursSince(world.now()) > FURTHEST_START) {
            return new Reception.Refused("nobody waits that long: starts_at = " + begun.startsAt());
        }
        Input input = new Input.Met(
                earlier(begun.startsAt()),
                begun.hostId(),
                begun.conversationId(),
                false,
                begun.acts(),
                begun.humorMatch(),
                begun.overlap(),
                begun.startsAt(),
                begun.topics());
        UUID id = MessageFactory.derivedId(begun.conversationId().value(), "met by guest");
        living.take(guest, id, input, envelope, scene);
        return TAKEN;
    }

    Reception cut(CloudEvent<?> envelope, ConversationCutV1 cut, Scene scene) {
        Resident resident = scene.resident(cut.avatarId());
        if (resident == null || resident.isErased()) {
            return NOT_HERE;
        }
        WorldTime at = earlier(cut.at());
        if (cut.reason().equals(Company.PARTNER_GONE)) {
            company.forget(cut, at, scene);
        }
        if (resident.isLiving()) {
            living.take(resident, envelope.id(), new Input.Cut(at, cut.conversationId()), envelope, scene);
        }
        if (cut.reason().equals(Company.PARTNER_GONE)) {
            departures.letGo(resident.id(), cut.otherId(), true, envelope, scene);
        }
        return TAKEN;
    }

    private WorldTime earlier(WorldTime at) {
        WorldTime now = world.now();
        return at.compareTo(now) < 0 ? at : now;
    }

    private WorldTime at(Instant real) {
        Instant now = world.realNow();
        return world.at(real.isBefore(now) ? real : now);
    }
}
