package viva.life.input;

import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.RememberV1;
import viva.life.conversation.Encounter;
import viva.life.mind.Intent;
import viva.life.resident.Resident;
import viva.llm.voice.Recounting;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.Topology;

/** Asks the avatar service to keep what was worth remembering. */
final class Keepsakes {
    /** Below this importance nothing is kept for good. */
    private static final double WORTH_IT = .3;

    private final MessageFactory messages;
    private final Voices voices;

    Keepsakes(MessageFactory messages, Voices voices) {
        this.messages = messages;
        this.voices = voices;
    }

    static boolean isWorthIt(Intent.Remember remember) {
        return remember.importance() >= WORTH_IT;
    }

    /** Something it did or came to think by itself. */
    void keep(Resident resident, Intent.Remember remember, Scene scene) {
        AvatarProfile profile = scene.profile(resident.id());
        if (profile == null) {
            return;
        }
        UUID id = MessageFactory.derivedId(
                resident.id().value(), "memory at " + resident.mind().tick());
        Recounting.Kind kind = switch (remember.kind()) {
            case EXPERIENCE -> Recounting.Kind.EXPERIENCE;
            case REFLECTION -> Recounting.Kind.REFLECTION;
        };
        String content = voices.recount(profile, kind, null, null, interest(profile, id), id);
        say(resident.id(), id, kind, content, remember.importance(), List.of(), remember.at(), scene);
    }

    /** What both of an encounter take away from it. */
    void keep(Encounter encounter, WorldTime at, Scene scene) {
        for (Encounter.Side side : encounter.sides()) {
            AvatarProfile profile = encounter.isHost(side) ? scene.profile(side.id()) : side.profile();
            if (profile != null) {
                Encounter.Side other = encounter.other(side);
                UUID id = MessageFactory.derivedId(encounter.id().value(), "memory of " + side.id());
                String content = voices.recount(
                        profile, Recounting.Kind.INTERACTION, other.name(), encounter.outcome(), null, id);
                double importance = importance(encounter.outcome());
                say(side.id(), id, Recounting.Kind.INTERACTION, content, importance, List.of(other.id()), at, scene);
            }
        }
    }

    /** What it had on its mind: one of its interests, or null. */
    private static String interest(AvatarProfile profile, UUID id) {
        List<String> interests = profile.personality().interests();
        return interests.isEmpty()
                ? null
                : interests.get(Math.floorMod(id.getLeastSignificantBits(), interests.size()));
    }

    /** In [0.2, 1]: what turned something, moved somebody or went deep is kept longest; ours. */
    private static double importance(ConversationOutcome outcome) {
        double turning = outcome.turningPoint() == null ? 0 : .5;
        double moving = outcome.memorableAct() == null ? 0 : .15;
        return Math.min(1, .2 + turning + moving + .25 * outcome.depth() + .3 * outcome.conflict());
    }

    private void say(
            AvatarId avatar,
            UUID id,
            Recounting.Kind kind,
            String content,
            double importance,
            List<AvatarId> with,
            WorldTime at,
            Scene scene) {
        RememberV1 memory = new RememberV1(avatar, new MessageId(id), kind.label(), content, importance, with, at);
        scene.ledger().say(Outgoing.command(messages.first(id, at, memory), Topology.AVATAR_MEMORIES));
    }
}
