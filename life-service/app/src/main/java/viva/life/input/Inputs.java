package viva.life.input;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.BlockV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationBegunV1;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.DepartureV1;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.ForgetV1;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.InvitationV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.ProspectV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.TieV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.contracts.message.WordsV1;
import viva.life.clock.World;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.encounter.CompanyConfig;
import viva.life.encounter.Passersby;
import viva.life.presence.ReachConfig;
import viva.life.resident.Resident;
import viva.life.watch.Watching;
import viva.platform.messaging.MessageFactory;

/** What each command to an avatar does, and each tick that does something in the world. It changes nothing but the scene's {@link Ledger}. */
public final class Inputs {
    private final Lifecycle lifecycle;
    private final Vanishing vanishing;
    private final OwnerTalk ownerTalk;
    private final Encounters encounters;
    private final Presence presence;
    private final Bonds bonds;
    private final Stage stage;
    private final Living living;
    private final Effects effects;
    private final Answers answers;
    private final AnswerCircuit circuit;

    public Inputs(
            World world,
            MessageFactory messages,
            Voices voices,
            Watching watching,
            Passersby passersby,
            ConversationConfig conversation,
            CompanyConfig companyConfig,
            ReachConfig reach) {
        Keepsakes keepsakes = new Keepsakes(messages, voices);
        Company company = new Company(world, messages, watching, passersby, keepsakes, companyConfig);
        circuit = new AnswerCircuit(conversation.missedDeadlines(), conversation.probeEvery());
        Asking asking = new Asking(world, circuit);
        presence = new Presence(world, messages, voices, asking, reach);
        answers = new Answers(world, messages, asking, conversation.answerDeadline());
        effects = new Effects(company, presence, keepsakes, answers, watching);
        living = new Living(world, effects);
        stage = new Stage(world, messages, company, companyConfig.turnDeadline());
        Departures departures = new Departures(world, living, company);
        encounters = new Encounters(world, living, company, departures);
        vanishing = new Vanishing(messages, departures, encounters);
        lifecycle = new Lifecycle(world, living, encounters, vanishing);
        ownerTalk =
                new OwnerTalk(world, messages, voices, living, presence, stage, asking, conversation.longestAnswer());
        bonds = new Bonds(world, living, departures);
    }

    /** What decides which ticks need a transaction. */
    public Effects effects() {
        return effects;
    }

    /** Since when it is to be known what happened to the avatar of a message that was read so, in real time; empty when it is not. */
    public Optional<Instant> newsSince(Reading reading) {
        return answers.newsSince(reading);
    }

    /** Whether the llm service is not waited for just now. */
    public boolean speaksUnaided() {
        return circuit.isOpen();
    }

    /** Takes in one command. */
    public Reception take(CloudEvent<?> envelope, LifeCommand command, Scene scene) {
        Resident addressed = scene.resident(command.avatarId());
        if (needsBirth(command) && addressed != null && addressed.isErased()) {
            // Not refused: a refused letter is kept, and with it what was said in it.
            return new Reception.Ignored("the avatar was erased");
        }
        return switch (command) {
            case LifecycleV1 wish -> lifecycle.follow(envelope, wish, scene);
            case OwnerMessageV1 message -> ownerTalk.hear(envelope, message, scene);
            case WordsV1 words -> ownerTalk.speak(envelope, words, scene);
            case AnswerBegunV1 begun -> ownerTalk.begun(begun, scene);
            case OwnerCameV1 came -> presence.came(envelope, came, living, scene);
            case TriggerThoughtV1 wish -> presence.wonder(envelope, wish, living, scene);
            case EraseConcernV1 wish -> ownerTalk.erase(envelope, wish, scene);
            case StartConversationV1 wish -> encounters.start(envelope, wish, scene);
            case EndConversationV1 wish -> encounters.end(envelope, wish, scene);
            case InvitationV1 invitation -> encounters.invite(envelope, invitation, scene);
            case InvitationAnswerV1 answer -> encounters.answered(envelope, answer, scene);
            case ConversationBegunV1 begun -> encounters.begun(envelope, begun, scene);
            case ConversationCutV1 cut -> encounters.cut(envelope, cut, scene);
            case TieV1 tie -> bonds.tie(envelope, tie, scene);
            case ProspectV1 prospect -> bonds.notice(envelope, prospect, scene);
            case DepartureV1 departure -> bonds.depart(envelope, departure, scene);
            case BlockV1 block -> bonds.block(envelope, block, scene);
            case ForgetV1 wish -> vanishing.forget(envelope, wish, scene);
        };
    }

    /** An awaited answer is due. */
    public Reception overdue(Ask ask, Scene scene) {
        return ownerTalk.speakUnaided(ask, scene);
    }

    /** The ticks of an avatar up to {@code at}, and what they do in the world. */
    public Reception live(AvatarId avatar, WorldTime at, Scene scene) {
        Resident resident = scene.resident(avatar);
        if (resident == null || !resident.isLiving()) {
            return new Reception.Ignored("it does not live any more");
        }
        living.liveTo(resident, at, scene);
        return new Reception.Taken();
    }

    /** The next turn of a voiced encounter is due. */
    public Reception turn(Encounter encounter, Scene scene) {
        return stage.turn(encounter, scene);
    }

    /** What makes two deliveries the same command: an owner's message is one however often the gateway sent it. */
    public static UUID keyOf(CloudEvent<?> envelope, LifeCommand command) {
        return switch (command) {
            case OwnerMessageV1 message -> message.messageId().value();
            case LifecycleV1 _,
                    WordsV1 _,
                    AnswerBegunV1 _,
                    OwnerCameV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    InvitationV1 _,
                    InvitationAnswerV1 _,
                    ConversationBegunV1 _,
                    ConversationCutV1 _,
                    TieV1 _,
                    ProspectV1 _,
                    DepartureV1 _,
                    BlockV1 _,
                    ForgetV1 _ -> envelope.id();
        };
    }

    /** Whether a command makes sense only to an avatar that was born; the others are answered when it was not. */
    public static boolean needsBirth(LifeCommand command) {
        return switch (command) {
            case OwnerMessageV1 _,
                    WordsV1 _,
                    AnswerBegunV1 _,
                    OwnerCameV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    TieV1 _,
                    ProspectV1 _,
                    DepartureV1 _,
                    BlockV1 _ -> true;
            case LifecycleV1 _,
                    InvitationV1 _,
                    InvitationAnswerV1 _,
                    ConversationBegunV1 _,
                    ConversationCutV1 _,
                    ForgetV1 _ -> false;
        };
    }

    /**
     * Whether a command waits while the mind of its avatar cannot be read. An erasure needs no mind, and an invitation is answered as for one
     * who rests.
     */
    public static boolean needsMind(LifeCommand command) {
        return switch (command) {
            case LifecycleV1 lifecycle -> lifecycle.wish() != LifecycleV1.Wish.ERASED;
            case InvitationV1 _, InvitationAnswerV1 _, ConversationBegunV1 _ -> false;
            case OwnerMessageV1 _,
                    WordsV1 _,
                    AnswerBegunV1 _,
                    OwnerCameV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    ConversationCutV1 _,
                    TieV1 _,
                    ProspectV1 _,
                    DepartureV1 _,
                    BlockV1 _,
                    ForgetV1 _ -> true;
        };
    }

    /** The talk with the owner whose latest lines have to be known before the command is taken in. */
    public static Optional<ConversationId> conversationOf(LifeCommand command) {
        return switch (command) {
            case OwnerMessageV1 message -> Optional.of(OwnerTalk.conversation(message.avatarId(), message.ownerId()));
            case OwnerCameV1 came -> Optional.of(OwnerTalk.conversation(came.avatarId(), came.ownerId()));
            case LifecycleV1 _,
                    WordsV1 _,
                    AnswerBegunV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    StartConversationV1 _,
                    EndConversationV1 _,
                    InvitationV1 _,
                    InvitationAnswerV1 _,
                    ConversationBegunV1 _,
                    ConversationCutV1 _,
                    TieV1 _,
                    ProspectV1 _,
                    DepartureV1 _,
                    BlockV1 _,
                    ForgetV1 _ -> Optional.empty();
        };
    }

    /** With whom the avatar is to have to do, if a block between the two is a reason against it. */
    public static Optional<AvatarId> otherOf(LifeCommand command) {
        return switch (command) {
            case StartConversationV1 wish -> Optional.ofNullable(wish.otherId());
            case InvitationV1 invitation -> Optional.ofNullable(invitation.hostId());
            case InvitationAnswerV1 answer -> Optional.ofNullable(answer.guestId());
            case ConversationBegunV1 begun -> Optional.ofNullable(begun.hostId());
            case TieV1 tie -> Optional.ofNullable(tie.otherId());
            case ProspectV1 prospect -> Optional.ofNullable(prospect.otherId());
            case LifecycleV1 _,
                    OwnerMessageV1 _,
                    WordsV1 _,
                    AnswerBegunV1 _,
                    OwnerCameV1 _,
                    TriggerThoughtV1 _,
                    EraseConcernV1 _,
                    EndConversationV1 _,
                    ConversationCutV1 _,
                    DepartureV1 _,
                    BlockV1 _,
                    ForgetV1 _ -> Optional.empty();
        };
    }
}
