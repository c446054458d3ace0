package viva.life.input;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.Event;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.LifeCommand;
import viva.life.clock.World;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.encounter.CompanyConfig;
import viva.life.encounter.Passersby;
import viva.life.mind.Intent;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.resident.Resident;
import viva.life.talk.Rapport;
import viva.life.talk.Script;
import viva.life.talk.Talk;
import viva.life.watch.Watching;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;

/**
 * What avatars say to each other's shards so that they can talk, and what they say to everybody of it. Each id follows from the conversation's,
 * so that doing a thing twice says it once.
 */
final class Company {
    /** Why a conversation with an erased avatar is over; what the other one said in it stays. */
    static final String PARTNER_GONE = "partner_gone";

    /** Why somebody does not come who is not there. */
    static final String GONE = "gone";

    /** Why somebody does not come who is there: nothing that the other side is to know, a block for example. */
    static final String NOT_AVAILABLE = "not_available";

    private final World world;
    private final MessageFactory messages;
    private final Watching watching;
    private final Passersby passersby;
    private final Keepsakes keepsakes;
    private final CompanyConfig config;

    Company(
            World world,
            MessageFactory messages,
            Watching watching,
            Passersby passersby,
            Keepsakes keepsakes,
            CompanyConfig config) {
        this.world = world;
        this.messages = messages;
        this.watching = watching;
        this.passersby = passersby;
        this.keepsakes = keepsakes;
        this.config = config;
    }

    /** Whether avatars of this world meet at all. */
    boolean isWanted() {
        return config.enabled();
    }

    /** Asks whom the mind named, or whoever passes by; when nobody does, the mind will notice by itself. */
    void seek(Resident host, Intent.SeekCompany seek, Scene scene) {
        AvatarProfile profile = scene.profile(host.id());
        var guest = seek.partner() == null ? passersby.anybodyBut(host.id()) : Optional.of(seek.partner());
        if (profile == null || guest.isEmpty()) {
            return;
        }
        InvitationV1 invitation = new InvitationV1(
                guest.get(),
                host.id(),
                host.owner(),
                profile.name(),
                seek.conversation(),
                watching.isWatched(host.id()) && !world.isLate(seek.at()),
                seek.urged(),
                seek.at(),
                seek.until());
        command(id(seek.conversation(), "invitation"), seek.at(), invitation, scene);
    }

    /** Tells the host what its guest says. */
    void answer(Resident guest, Intent.Answer answer, CloudEvent<?> cause, Scene scene) {
        boolean urged = cause != null && cause.data() instanceof InvitationV1 invitation && invitation.urged();
        AvatarProfile profile = scene.profile(guest.id());
        String declined = profile == null ? NOT_AVAILABLE : answer.declined();
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
                watching.isWatched(guest.id()) && !world.isLate(answer.at()),
                answer.at());
        command(id(answer.conversation(), "answer of " + guest.id()), answer.at(), message, scene);
    }

    /** The owner who named somebody is told why nothing comes of it. */
    void excuse(Resident host, Intent.Excuse excuse, Scene scene) {
        declined(host, excuse.other(), excuse.conversation(), excuse.reason(), excuse.at(), scene);
    }

    void declined(
            Resident host, AvatarId guest, ConversationId conversation, String reason, WorldTime at, Scene scene) {
        AvatarId other = reason.equals(GONE) ? guest.pseudonym() : guest;
        ConversationEndedV1 event = new ConversationEndedV1(
                host.id(), host.owner(), other, null, conversation, true, true, reason, null, at);
        UUID id = id(conversation, "declined to " + host.id());
        scene.ledger().say(Outgoing.event(messages.first(id, at, event)));
    }

    /** One of the two is about to be erased: the owner of the other learns that it is over, and so does its mind. */
    void abandon(Encounter encounter, AvatarId erased, WorldTime at, Scene scene) {
        Encounter.Side stays = encounter.other(encounter.side(erased));
        tellGone(encounter, stays, at, scene);
        cut(stays.id(), erased, encounter.id(), PARTNER_GONE, at, scene);
        scene.ledger().forget(encounter.id(), erased);
    }

    /** The other one was erased. Whoever erased it told of each encounter that it knew; one that began meanwhile is told of here. */
    void forget(ConversationCutV1 gone, WorldTime at, Scene scene) {
        Encounter encounter = scene.encounter(gone.conversationId());
        if (encounter != null && !encounter.isOver()) {
            tellGone(encounter, encounter.side(gone.avatarId()), at, scene);
        }
        scene.ledger().forget(gone.conversationId(), gone.otherId());
        for (int turn = 0; turn < Script.MOST_TURNS; turn++) {
            Ask ask = scene.ask(Encounter.message(gone.conversationId(), turn));
            if (ask != null) {
                scene.ledger().answer(ask);
            }
        }
    }

    /** The event does not tell who it was. */
    private void tellGone(Encounter encounter, Encounter.Side stays, WorldTime at, Scene scene) {
        Encounter.Side gone = encounter.other(stays);
        ConversationEndedV1 event = new ConversationEndedV1(
                stays.id(),
                stays.owner(),
                gone.id().pseudonym(),
                null,
                encounter.id(),
                encounter.isHost(stays),
                encounter.voiced(),
                PARTNER_GONE,
                null,
                at);
        scene.ledger().say(Outgoing.event(messages.first(id(encounter.id(), "ended for " + stays.id()), at, event)));
    }

    /** Whoever thinks that it takes part learns that it does not. */
    void leave(Resident resident, Intent.Leave leave, Scene scene) {
        cut(leave.partner(), resident.id(), leave.conversation(), leave.reason(), leave.at(), scene);
    }

    void cut(AvatarId to, AvatarId from, ConversationId conversation, String reason, WorldTime at, Scene scene) {
        ConversationCutV1 message = new ConversationCutV1(to, from, conversation, reason, at);
        command(id(conversation, reason + " to " + to), at, message, scene);
    }

    /** Tells the host that nobody comes, whatever its guest may want. */
    void refuse(InvitationV1 invitation, String reason, WorldTime at, Scene scene) {
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
        command(id(invitation.conversationId(), "answer of " + invitation.avatarId()), at, message, scene);
    }

    Rapport rapport(AvatarProfile host, InvitationAnswerV1 answer) {
        return Rapport.between(host.personality(), answer.guestProfile().personality());
    }

    /** How the two will talk, from the mind that the guest sent along. */
    Talk.Plan plan(Resident host, AvatarProfile hostProfile, InvitationAnswerV1 answer, Mind guest, WorldTime start) {
        Rapport rapport = rapport(hostProfile, answer);
        return world.lives()
                .plan(answer.conversationId(), host.id(), host.mind(), answer.guestId(), guest, rapport, start);
    }

    /** An encounter begins: both shards and both owners are told. */
    void begin(
            Resident host,
            Script script,
            AvatarProfile hostProfile,
            InvitationAnswerV1 answer,
            Mind guest,
            Talk.Plan plan,
            Scene scene) {
        WorldTime start = new WorldTime(script.startMillis());
        boolean late = world.isLate(answer.at());
        boolean attended = answer.attended() || answer.urged() || watching.isWatched(host.id());
        boolean turning = plan.turningPoint() && config.voiceTurningPoints();
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
                !late && (attended || turning),
                script,
                plan.outcome(),
                0,
                Encounter.RUNNING,
                null,
                null);
        scene.ledger().begin(encounter);
        ConversationBegunV1 begun = new ConversationBegunV1(
                answer.guestId(),
                host.id(),
                answer.conversationId(),
                plan.acts(),
                script.humorMatch(),
                script.overlap(),
                start,
                plan.topics());
        command(id(answer.conversationId(), "begun"), start, begun, scene);
        tell(encounter, "started", side -> started(encounter, side, start), start, scene);
    }

    /** A little after the answer, so that the guest's shard knows before the first word. */
    WorldTime start(WorldTime yes) {
        return new WorldTime(yes.millis()
                + (long) (config.breath().toMillis() * world.clock().scale()));
    }

    private static ConversationStartedV1 started(Encounter encounter, Encounter.Side side, WorldTime at) {
        Encounter.Side other = encounter.other(side);
        return new ConversationStartedV1(
                side.id(), side.owner(), other.id(), other.name(), encounter.id(), encounter.voiced(), at);
    }

    /** The two part. A voiced encounter is told to be over when its last words were said. */
    void part(Resident host, Intent.Parted parted, Scene scene) {
        Encounter encounter = scene.encounter(parted.conversation());
        if (encounter == null || encounter.landed() != Encounter.RUNNING) {
            return;
        }
        boolean whole = parted.landed() == encounter.script().turns();
        Encounter over = encounter.parted(
                parted.landed(),
                whole ? "goodbye" : "cut_short",
                whole || parted.landed() == 0 ? encounter.outcome() : cutShort(encounter, parted.landed(), scene),
                parted.at());
        scene.ledger().keep(over);
        if (over.isTold()) {
            end(over, scene);
        }
    }

    private ConversationOutcome cutShort(Encounter encounter, int landed, Scene scene) {
        AvatarProfile profile = scene.profile(encounter.host().id());
        if (profile == null) {
            return encounter.outcome();
        }
        return world.lives()
                .outcomeOf(
                        encounter.script().acts().subList(0, landed),
                        encounter.id(),
                        encounter.host().id(),
                        encounter.host().mind(),
                        encounter.guest().id(),
                        encounter.guest().mind(),
                        Rapport.between(
                                profile.personality(),
                                encounter.guest().profile().personality()),
                        new WorldTime(encounter.script().startMillis()));
    }

    /** Everybody learns what came of it. */
    void end(Encounter over, Scene scene) {
        boolean happened = over.landed() > 0;
        tell(over, "ended", side -> ended(over, side, happened), over.endedAt(), scene);
        if (happened) {
            keepsakes.keep(over, over.endedAt(), scene);
        }
    }

    private static ConversationEndedV1 ended(Encounter over, Encounter.Side side, boolean happened) {
        Encounter.Side other = over.other(side);
        return new ConversationEndedV1(
                side.id(),
                side.owner(),
                other.id(),
                other.name(),
                over.id(),
                over.isHost(side),
                over.voiced(),
                over.reason(),
                happened ? over.outcome() : null,
                over.endedAt());
    }

    private void tell(
            Encounter encounter, String what, Function<Encounter.Side, Event> event, WorldTime at, Scene scene) {
        for (Encounter.Side side : List.of(encounter.host(), encounter.guest())) {
            UUID id = id(encounter.id(), what + " for " + side.id());
            scene.ledger().say(Outgoing.event(messages.first(id, at, event.apply(side))));
        }
    }

    private void command(UUID id, WorldTime at, LifeCommand command, Scene scene) {
        scene.ledger().say(Outgoing.toAvatar(messages.first(id, at, command)));
    }

    private static UUID id(ConversationId conversation, String what) {
        return MessageFactory.derivedId(conversation.value(), what);
    }
}
