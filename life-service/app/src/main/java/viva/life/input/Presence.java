package viva.life.input;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.Author;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.StateView;
import viva.contracts.VoiceKind;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.GreetingSaidV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.life.clock.World;
import viva.life.conversation.Spoken;
import viva.life.conversation.Utterance;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.presence.Reach;
import viva.life.presence.ReachConfig;
import viva.life.resident.Resident;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.Topology;

/** What an avatar lets its owner know of itself: a welcome, a thought, a word when it feels like one. */
final class Presence {
    private static final Reception TAKEN = new Reception.Taken();
    private static final Duration WELCOME_LIMIT = Duration.ofSeconds(5);
    private static final Duration REACH_LIMIT = Duration.ofSeconds(30);
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private final World world;
    private final MessageFactory messages;
    private final Voices voices;
    private final Asking asking;
    private final ReachConfig config;

    Presence(World world, MessageFactory messages, Voices voices, Asking asking, ReachConfig config) {
        this.world = world;
        this.messages = messages;
        this.voices = voices;
        this.asking = asking;
        this.config = config;
    }

    /** The owner comes after having been away. */
    Reception came(CloudEvent<?> envelope, OwnerCameV1 came, Living living, Scene scene) {
        Resident resident = scene.resident(came.avatarId());
        if (!OwnerTalk.isOwned(resident, came.ownerId())) {
            return new Reception.Refused("only the owner is welcomed");
        }
        if (!resident.isLiving()) {
            return new Reception.Ignored("the avatar rests");
        }
        Reach reach = scene.reach(resident.id());
        scene.ledger()
                .keep(resident.id(), Reach.orNew(reach).in(came.timezone()).of(came.locale(), came.country()));
        double away = came.awaySince() == null
                ? 0
                : Math.max(0, Duration.between(came.awaySince(), came.cameAt()).toMillis() / MILLIS_PER_HOUR);
        living.take(resident, envelope.id(), new Input.OwnerCame(at(came.cameAt()), away), envelope, scene);
        return TAKEN;
    }

    /** The owner asks what it thinks. */
    Reception wonder(CloudEvent<?> envelope, TriggerThoughtV1 wish, Living living, Scene scene) {
        Resident resident = scene.resident(wish.avatarId());
        if (!OwnerTalk.isOwned(resident, wish.ownerId())) {
            return new Reception.Refused("only the owner may ask for a thought");
        }
        if (!resident.isLiving()) {
            return new Reception.Ignored("the avatar rests");
        }
        living.take(resident, wish.requestId().value(), new Input.Wondered(at(wish.askedAt())), envelope, scene);
        return TAKEN;
    }

    void greet(Resident resident, Intent.Greet greet, CloudEvent<?> cause, Scene scene) {
        UUID id = cause == null ? at(resident, "greeting") : cause.id();
        ask(resident, id, SpeakV1.Occasion.GREETING, WELCOME_LIMIT, Topology.LLM_INTERACTIVE, greet.at(), scene);
    }

    /**
     * Written first, unless it is the owner's night, was done often enough today, or is being made up for: then it is not sent, and the mind waits
     * for no answer to it but for the instant from which on it may write. What it felt stays felt.
     */
    void reachOut(Resident resident, Intent.ReachOut reach, Scene scene) {
        Reach budget = Reach.orNew(scene.reach(resident.id()));
        Instant now = world.realNow();
        Optional<Instant> postponed = budget.postponed(now, world.isLate(reach.at()), config);
        if (postponed.isPresent()) {
            unsent(resident, new Input.Unsent(reach.at(), world.at(postponed.get())), scene);
            return;
        }
        scene.ledger().keep(resident.id(), budget.used(now));
        UUID id = at(resident, "reach out");
        ask(resident, id, SpeakV1.Occasion.REACH_OUT, REACH_LIMIT, Topology.LLM_BACKGROUND, reach.at(), scene);
    }

    /** An input to the mind as it is right after the moment in which it wanted to write. */
    private void unsent(Resident resident, Input.Unsent unsent, Scene scene) {
        Resident moved =
                resident.with(world.lives().apply(resident.mind(), unsent).mind());
        scene.ledger().keep(moved);
        scene.ledger().note(moved, at(resident, "unsent"), unsent);
    }

    private void ask(
            Resident resident,
            UUID id,
            SpeakV1.Occasion occasion,
            Duration limit,
            String queue,
            WorldTime at,
            Scene scene) {
        AvatarProfile profile = scene.profile(resident.id());
        if (profile == null) {
            return;
        }
        ConversationId conversation = OwnerTalk.conversation(resident.id(), resident.owner());
        SpeakV1 request = new SpeakV1(
                resident.id(),
                conversation,
                new MessageId(id),
                new MessageId(MessageFactory.derivedId(id, "words")),
                profile,
                view(resident),
                scene.recent(conversation),
                "",
                world.realNow().plus(limit),
                occasion,
                null,
                null,
                null,
                occasion == SpeakV1.Occasion.GREETING ? scene.news(resident.id()) : List.of(),
                Contexts.toOwner(
                        resident,
                        profile,
                        world.now(),
                        scene.reach(resident.id()),
                        null,
                        scene.saidBefore(conversation, world.realNow())));
        CloudEvent<SpeakV1> envelope = messages.first(MessageFactory.derivedId(id, "speak"), at, request);
        asking.ask(envelope, queue, scene);
    }

    /** The words of a welcome were found: they stand in the talk with the owner, and are shown as what they are. */
    void greeted(CloudEvent<?> cause, Utterance said, Scene scene) {
        scene.ledger().utter(said);
        scene.heard(said.conversation(), new Spoken(Author.AVATAR, said.content(), world.realNow()));
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
                VoiceKind.of(said.voice()));
        UUID id = MessageFactory.derivedId(said.id().value(), "greeting");
        scene.ledger().say(Outgoing.event(messages.causedBy(cause, id, said.at(), event)));
    }

    /** A thought that somebody asked for, or that comes while somebody looks. */
    void think(Resident resident, Intent.Think think, Scene scene) {
        AvatarProfile profile = scene.profile(resident.id());
        if (profile == null || (!think.asked() && world.isLate(think.at()))) {
            return;
        }
        UUID id = at(resident, "thought");
        String content = voices.thought(resident.id(), profile, think.thought());
        ThoughtHadV1 event = new ThoughtHadV1(
                resident.id(),
                resident.owner(),
                think.thought().topic().label(),
                content,
                resident.mind().tick(),
                think.at());
        scene.ledger().say(Outgoing.event(messages.first(id, think.at(), event)));
    }

    private StateView view(Resident resident) {
        return world.lives().view(resident.mind(), world.now(), resident.locale());
    }

    private WorldTime at(Instant real) {
        Instant now = world.realNow();
        return world.at(real.isBefore(now) ? real : now);
    }

    private static UUID at(Resident resident, String what) {
        return MessageFactory.derivedId(
                resident.id().value(), what + " at " + resident.mind().tick());
    }
}
