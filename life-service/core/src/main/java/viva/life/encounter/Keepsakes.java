package viva.life.encounter;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.DerivedId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.contracts.message.RememberV1;
import viva.life.conversation.Encounter;
import viva.life.decision.Draft;
import viva.life.decision.Posting.Recipient;
import viva.life.mind.Intent;
import viva.life.resident.Resident;
import viva.life.voice.Phrasing;
import viva.life.voice.Phrasing.MemoryKind;

/** Asks the avatar service to keep what was worth remembering. */
public final class Keepsakes {
    /** Below this importance nothing is kept for good. */
    private static final double WORTH_IT = .3;

    private final Phrasing phrasing;

    public Keepsakes(Phrasing phrasing) {
        this.phrasing = phrasing;
    }

    public static boolean isWorthIt(Intent.Remember remember) {
        return remember.importance() >= WORTH_IT;
    }

    /** A memory of what an avatar did or came to think by itself. */
    public void keep(Resident resident, Intent.Remember remember, Draft draft) {
        AvatarProfile profile = draft.profile(resident.id());
        if (profile == null) {
            return;
        }
        UUID id = resident.momentId("memory");
        MemoryKind kind = switch (remember.kind()) {
            case EXPERIENCE -> MemoryKind.EXPERIENCE;
            case REFLECTION -> MemoryKind.REFLECTION;
        };
        String content = phrasing.recount(profile, kind, null, null, interest(profile, id), id);
        send(memory(resident.id(), id, kind, content, remember.importance(), List.of(), remember.at()), draft);
    }

    /** The memories that both sides of an encounter keep of it, in one message. */
    void keep(Encounter over, Draft draft) {
        RememberV1 kept = null;
        for (Encounter.Side side : over.sides().reversed()) {
            AvatarProfile profile = over.isHost(side) ? draft.profile(side.id()) : side.profile();
            if (profile != null) {
                kept = memory(over, side, profile).and(kept);
            }
        }
        if (kept != null) {
            send(kept, draft);
        }
    }

    private RememberV1 memory(Encounter over, Encounter.Side side, AvatarProfile profile) {
        Encounter.Side other = over.other(side);
        UUID id = DerivedId.of(over.id().value(), "memory of " + side.id());
        String content = phrasing.recount(profile, MemoryKind.INTERACTION, other.name(), over.outcome(), null, id);
        return memory(
                side.id(),
                id,
                MemoryKind.INTERACTION,
                content,
                importance(over.outcome()),
                List.of(other.id()),
                over.endedAt());
    }

    /** The interest that a memory is about, or null. */
    private static String interest(AvatarProfile profile, UUID id) {
        List<String> interests = profile.personality().interests();
        return interests.isEmpty()
                ? null
                : interests.get(Math.floorMod(id.getLeastSignificantBits(), interests.size()));
    }

    /** In [0.2, 1]: what turned something, moved an avatar or went deep is kept longest; ours. */
    private static double importance(ConversationOutcome outcome) {
        double turning = outcome.turningPoint() == null ? 0 : .5;
        double moving = outcome.memorableAct() == null ? 0 : .15;
        return Math.min(1, .2 + turning + moving + .25 * outcome.depth() + .3 * outcome.conflict());
    }

    private static RememberV1 memory(
            AvatarId avatar,
            UUID id,
            MemoryKind kind,
            String content,
            double importance,
            List<AvatarId> with,
            WorldTime at) {
        String label = kind.name().toLowerCase(Locale.ROOT);
        return new RememberV1(avatar, new MessageId(id), label, content, importance, with, at);
    }

    private static void send(RememberV1 memory, Draft draft) {
        UUID id = memory.memoryId().value();
        draft.toRecipient(draft.envelopes().first(id, memory.occurredAt(), memory), Recipient.AVATAR_MEMORIES);
    }
}
