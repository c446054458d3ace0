package viva.life.decision;

import java.util.List;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Spoken;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/** What a decision sees: what was committed before, with the changes of earlier decisions of the same transaction. */
public interface View {
    /** Null when there never was one, or when its mind cannot be read. */
    Resident resident(AvatarId id);

    /** Whether an avatar of the shard is stored with a mind that cannot be read. */
    boolean isUnreadable(AvatarId id);

    /** Null when no answer to that message is awaited, or not any more. */
    Ask ask(MessageId inReplyTo);

    /** Null when the avatar was erased, or cannot be read. */
    AvatarProfile profile(AvatarId id);

    /** The latest messages of a conversation with an owner, the oldest first. */
    List<Spoken> recent(ConversationId conversation);

    /** Null when this shard does not host it, or does not any more. */
    Encounter encounter(ConversationId id);

    /** The lines of an encounter, in the order of their turns. */
    List<Line> lines(ConversationId encounter);

    /** Encounters of an avatar, of any host, whose end its partners were not told of. */
    List<Encounter> openEncounters(AvatarId avatar);

    /** Who has an avatar in their history, in any shard. */
    Set<AvatarId> mentionsOf(AvatarId avatar);

    /** Null when none was kept yet. */
    OutreachQuota quota(AvatarId avatar);

    /** What happened to an avatar while its owner was away, or today. */
    List<SpeakV1.News> news(AvatarId avatar);

    /** How an owner's message was understood; null when it was not. */
    Reading reading(MessageId message);

    /**
     * What came to the avatar's mind at an owner's message, or when the owner was back, the best first; empty when nothing did, or not in time.
     *
     * @param message the message, or the id of the command that told of the return
     */
    List<SpeakV1.Memory> recalled(MessageId message);

    /** Whether a block stands. */
    boolean stands(Block block);

    /** Whether an encounter was dissolved in this transaction because one side was erased. */
    default boolean isDissolved(ConversationId encounter) {
        return false;
    }

    /** Whether an avatar was erased or never was; one whose mind cannot be read is only not here for now. */
    default boolean isGone(AvatarId id) {
        Resident resident = resident(id);
        return resident == null ? !isUnreadable(id) : resident.isErased();
    }

    /** Whether there may be nothing between an avatar of the shard and another. */
    default boolean isBlocked(AvatarId avatar, AvatarId other) {
        return blocks(avatar, other) || stands(new Block(avatar, other, false));
    }

    /** Whether an avatar's own owner wants nothing to be between it and another. */
    default boolean blocks(AvatarId avatar, AvatarId other) {
        return stands(new Block(avatar, other, true));
    }
}
