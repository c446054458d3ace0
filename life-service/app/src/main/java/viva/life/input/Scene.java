package viva.life.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Sitting;
import viva.life.conversation.Spoken;
import viva.life.encounter.Block;
import viva.life.presence.Reach;
import viva.life.resident.Resident;

/**
 * What one transaction of a shard sees: what was committed before it, and over that what it has already decided itself, so that two
 * messages to one avatar in one transaction build on each other.
 */
public final class Scene {
    private final Function<AvatarId, Resident> committed;
    private final Predicate<AvatarId> unreadable;
    private final Function<MessageId, Ask> awaited;
    private final Known known;
    private final Ledger ledger;

    /** @param unreadable of which avatars the mind is there and cannot be read */
    public Scene(
            Function<AvatarId, Resident> committed,
            Predicate<AvatarId> unreadable,
            Function<MessageId, Ask> awaited,
            Known known,
            Ledger ledger) {
        this.committed = committed;
        this.unreadable = unreadable;
        this.awaited = awaited;
        this.known = known;
        this.ledger = ledger;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Null when there never was one, or when its mind cannot be read. */
    Resident resident(AvatarId id) {
        Resident changed = ledger.resident(id);
        return changed == null ? committed.apply(id) : changed;
    }

    /** Whether an avatar was erased or never was; one whose mind cannot be read is only not here for now. */
    boolean isGone(AvatarId id) {
        Resident resident = resident(id);
        return resident == null ? !unreadable.test(id) : resident.isErased();
    }

    /** Null when it was erased, or cannot be read. */
    AvatarProfile profile(AvatarId id) {
        AvatarProfile settled = ledger.profile(id);
        return settled == null ? known.profiles().get(id) : settled;
    }

    /** Null when no answer is awaited, or not any more. */
    Ask ask(MessageId inReplyTo) {
        if (ledger.isAnswered(inReplyTo)) {
            return null;
        }
        Ask postponed = ledger.postponed(inReplyTo);
        return postponed == null ? awaited.apply(inReplyTo) : postponed;
    }

    /** Encounters of an avatar that is to be erased, whoever hosts them, whose end nobody was told yet. */
    List<Encounter> untold(AvatarId avatar) {
        return known.untold().getOrDefault(avatar, List.of()).stream()
                .map(encounter ->
                        Optional.ofNullable(ledger.encounter(encounter.id())).orElse(encounter))
                .filter(encounter -> !encounter.isOver() && !ledger.isForgotten(encounter.id()))
                .toList();
    }

    /** Whose past, wherever they live, still names an avatar that is to be erased. */
    Set<AvatarId> reminded(AvatarId avatar) {
        return known.reminded().getOrDefault(avatar, Set.of());
    }

    /** Null when this shard does not host it, or does not any more. */
    Encounter encounter(ConversationId id) {
        if (ledger.isForgotten(id)) {
            return null;
        }
        Encounter changed = ledger.encounter(id);
        return changed == null ? known.encounters().get(id) : changed;
    }

    /** The lines of an encounter, in the order of their turns. */
    List<Line> lines(ConversationId encounter) {
        return known.lines().getOrDefault(encounter, List.of());
    }

    /** Null when it was not asked for. */
    Reach reach(AvatarId avatar) {
        Reach changed = ledger.reach(avatar);
        return changed == null ? known.reaches().get(avatar) : changed;
    }

    /** Whether there may be nothing between an avatar of the shard and another. */
    boolean isBlocked(AvatarId avatar, AvatarId other) {
        return blocks(avatar, other) || stands(new Block(avatar, other, false));
    }

    /** Whether an avatar's own owner wants nothing to be between it and another. */
    boolean blocks(AvatarId avatar, AvatarId other) {
        return stands(new Block(avatar, other, true));
    }

    private boolean stands(Block block) {
        Boolean changed = ledger.stands(block);
        return changed == null ? known.blocks().contains(block) : changed;
    }

    List<SpeakV1.News> news(AvatarId avatar) {
        return known.news().getOrDefault(avatar, List.of());
    }

    /** What was understood of an owner's message. */
    Reading reading(MessageId message) {
        return known.readings().get(message);
    }

    List<SpeakV1.Line> recent(ConversationId conversation) {
        return Sitting.recent(known.recent().getOrDefault(conversation, List.of()));
    }

    /** Hashes of what the avatar said in this sitting. */
    List<Integer> saidBefore(ConversationId conversation, Instant now) {
        return Sitting.saidBefore(known.recent().getOrDefault(conversation, List.of()), now);
    }

    void heard(ConversationId conversation, Spoken spoken) {
        known.recent().computeIfAbsent(conversation, id -> new ArrayList<>()).add(spoken);
    }
}
