package viva.life.input;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
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
import viva.life.clock.World;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.resident.Resident;
import viva.life.talk.Talk;
import viva.platform.messaging.MessageFactory;

/** Avatars invite each other, accept, decline, begin and stop to talk, as the commands between their shards say. */
final class Encounters {
    private static final Reception TAKEN = new Reception.Taken();
    private static final Reception NOT_HERE = new Reception.Ignored("the avatar does not live here any more");

    private final World world;
    private final Living living;
    private final Company company;

    Encounters(World world, Living living, Company company) {
        this.world = world;
        this.living = living;
        this.company = company;
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
        boolean talks = resident.isLiving()
                && resident.mind().activity() instanceof InConversation talking
                && (wish.conversationId() == null || talking.conversation().equals(wish.conversationId()));
        if (!talks) {
            return new Reception.Ignored("it is not in that conversation");
        }
        stop(resident, "owner_ended", envelope, scene);
        return TAKEN;
    }

    /** Ends the conversation that an avatar is in, for both. */
    void stop(Resident resident, String reason, CloudEvent<?> cause, Scene scene) {
        if (resident.mind() != null && resident.mind().activity() instanceof InConversation talking) {
            WorldTime now = world.now();
            living.take(resident, cause.id(), new Input.Cut(now, talking.conversation()), cause, scene);
            company.cut(talking.partner(), resident.id(), talking.conversation(), reason, now, scene);
        }
    }

    Reception invite(CloudEvent<?> envelope, InvitationV1 invitation, Scene scene) {
        Resident guest = scene.resident(invitation.avatarId());
        if (invitation.hostId().equals(invitation.avatarId())) {
            return new Reception.Refused("nobody invites oneself");
        }
        String absent = guest == null || guest.isErased() ? "gone" : guest.isLiving() ? null : "resting";
        if (absent == null && world.now().compareTo(invitation.until()) > 0 && !world.isLate(invitation.at())) {
            absent = "too_late";
        }
        if (absent != null) {
            company.refuse(invitation, absent, world.now(), scene);
            return TAKEN;
        }
        Input input = new Input.Invited(
                invitation.at(), invitation.hostId(), invitation.conversationId(), invitation.urged());
        living.take(guest, invitation.conversationId().value(), input, envelope, scene);
        return TAKEN;
    }

    Reception answered(CloudEvent<?> envelope, InvitationAnswerV1 answer, Scene scene) {
        Resident host = scene.resident(answer.avatarId());
        if (host == null || !host.isLiving()) {
            if (answer.declined() == null) {
                company.cut(answer.guestId(), answer.avatarId(), answer.conversationId(), "gone", answer.at(), scene);
            }
            return NOT_HERE;
        }
        if (answer.declined() != null) {
            return declined(envelope, host, answer, scene);
        }
        Mind guest;
        try {
            guest = MindCodec.decode(Base64.getDecoder().decode(answer.guestMind()));
        } catch (IllegalArgumentException e) {
            return new Reception.Refused("the guest's mind cannot be read: " + e.getMessage());
        }
        return accepted(envelope, host, answer, guest, scene);
    }

    private Reception declined(CloudEvent<?> envelope, Resident host, InvitationAnswerV1 answer, Scene scene) {
        UUID id = MessageFactory.derivedId(answer.conversationId().value(), "declined");
        if (answer.urged()) {
            living.take(host, id, new Input.Cut(answer.at(), answer.conversationId()), envelope, scene);
            company.declined(host, answer.guestId(), answer.conversationId(), answer.declined(), answer.at(), scene);
        } else {
            Input input = new Input.Declined(answer.at(), answer.conversationId(), answer.declined());
            living.take(host, id, input, envelope, scene);
        }
        return TAKEN;
    }

    private Reception accepted(
            CloudEvent<?> envelope, Resident resident, InvitationAnswerV1 answer, Mind guest, Scene scene) {
        AvatarProfile profile = scene.profile(resident.id());
        if (profile == null) {
            return NOT_HERE;
        }
        Resident host = living.liveTo(resident, answer.at(), scene);
        WorldTime start = company.start(answer);
        Talk.Plan plan = company.plan(host, profile, answer, guest, start);
        Input input = new Input.Met(
                answer.at(),
                answer.guestId(),
                answer.conversationId(),
                true,
                plan.acts(),
                company.rapport(profile, answer).humorMatch(),
                company.rapport(profile, answer).overlap(),
                start);
        UUID id = MessageFactory.derivedId(answer.conversationId().value(), "met");
        Resident moved = living.take(host, id, input, envelope, scene);
        if (talksIn(moved, answer.conversationId())) {
            company.begin(moved, profile, answer, guest, plan, scene);
        }
        return TAKEN;
    }

    private static boolean talksIn(Resident resident, ConversationId conversation) {
        return resident.mind().activity() instanceof InConversation talking
                && talking.conversation().equals(conversation);
    }

    Reception begun(CloudEvent<?> envelope, ConversationBegunV1 begun, Scene scene) {
        Resident guest = scene.resident(begun.avatarId());
        if (guest == null || !guest.isLiving()) {
            company.cut(begun.hostId(), begun.avatarId(), begun.conversationId(), "gone", world.now(), scene);
            return NOT_HERE;
        }
        Input input = new Input.Met(
                earlier(begun.startsAt()),
                begun.hostId(),
                begun.conversationId(),
                false,
                begun.acts(),
                begun.humorMatch(),
                begun.overlap(),
                begun.startsAt());
        UUID id = MessageFactory.derivedId(begun.conversationId().value(), "met by guest");
        living.take(guest, id, input, envelope, scene);
        return TAKEN;
    }

    Reception cut(CloudEvent<?> envelope, ConversationCutV1 cut, Scene scene) {
        Resident resident = scene.resident(cut.avatarId());
        if (resident == null || !resident.isLiving()) {
            return NOT_HERE;
        }
        living.take(resident, envelope.id(), new Input.Cut(earlier(cut.at()), cut.conversationId()), envelope, scene);
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
