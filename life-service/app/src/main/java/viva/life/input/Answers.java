package viva.life.input;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.clock.World;
import viva.life.hearing.Signs;
import viva.life.mind.Intent;
import viva.life.presence.Reach;
import viva.life.resident.Resident;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Topology;

/** Asks for the words of an avatar's answer to its owner: of the act that its mind chose. */
final class Answers {
    private static final Predicate<Reading> ASKS_OF_TODAY = Signs.intent("asks_day", "asks_doing", "asks_friends");

    /** World hours that "today" has at least, shortly after midnight. */
    private static final int SHORTEST_DAY = 8;

    private static final int HOURS = 24;

    private final World world;
    private final MessageFactory messages;
    private final Asking asking;
    private final Duration deadline;

    Answers(World world, MessageFactory messages, Asking asking, Duration deadline) {
        this.world = world;
        this.messages = messages;
        this.asking = asking;
        this.deadline = deadline;
    }

    /** Since when the avatar's day is to be told, in real time; empty when the message does not ask for it. */
    Optional<Instant> newsSince(Reading reading) {
        if (reading == null || !ASKS_OF_TODAY.test(reading)) {
            return Optional.empty();
        }
        double hour = WorldTime.MILLIS_PER_HOUR;
        double today = Math.floorMod(world.now().millis(), (long) (HOURS * hour)) / hour;
        double ago = Math.max(SHORTEST_DAY, today) * hour / world.clock().scale();
        return Optional.of(world.realNow().minusMillis((long) ago));
    }

    /** {@code cause} is the owner's message, and {@code resident} as it is after hearing it. */
    void ask(Resident resident, Intent.Speak speak, CloudEvent<?> cause, Scene scene) {
        if (cause == null || !(cause.data() instanceof OwnerMessageV1 message)) {
            return;
        }
        ConversationId conversation = OwnerTalk.conversation(resident.id(), resident.owner());
        AvatarProfile profile = scene.profile(resident.id());
        Reading reading = scene.reading(message.messageId());
        WorldTime at = OwnerTalk.timeOf(resident, world.now());
        UUID asked = message.messageId().value();
        Reach reach = Reach.orNew(scene.reach(resident.id())).of(message.locale(), message.country());
        SpeakV1 request = new SpeakV1(
                resident.id(),
                conversation,
                message.messageId(),
                new MessageId(MessageFactory.derivedId(asked, "answer")),
                profile,
                world.lives().view(resident.mind(), at, resident.locale()),
                scene.recent(conversation),
                message.content(),
                world.realNow().plus(deadline),
                SpeakV1.Occasion.ANSWER,
                speak.act(),
                null,
                null,
                newsSince(reading).isPresent() ? scene.news(resident.id()) : List.of(),
                Contexts.toOwner(
                        resident, profile, at, reach, reading, scene.saidBefore(conversation, world.realNow())));
        asking.ask(
                messages.causedBy(cause, MessageFactory.derivedId(asked, "speak"), world.now(), request),
                Topology.LLM_INTERACTIVE,
                scene);
    }
}
