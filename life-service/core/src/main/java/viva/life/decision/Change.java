package viva.life.decision;

import java.time.Instant;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.Line;
import viva.life.conversation.Opening;
import viva.life.conversation.Spoken;
import viva.life.conversation.Utterance;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.resident.OutreachQuota;
import viva.life.resident.Resident;
import viva.life.tie.Block;

/** A change that a decision makes to what is stored. Changes take effect together, when their transaction is committed. */
public sealed interface Change {
    /** An avatar that was not known begins to live. */
    record Born(Resident resident, AvatarProfile profile) implements Change {}

    /** A mind has moved on, or the avatar rests or lives again. */
    record ResidentChanged(Resident resident) implements Change {}

    /** An avatar has a new profile. */
    record ProfileChanged(Resident resident, AvatarProfile profile) implements Change {}

    /** An avatar is erased; {@code tombstone} is what stays. */
    record Erased(Resident tombstone) implements Change {}

    /** The id of an avatar that was erased before is erased, too. */
    record TombstoneErased(AvatarId avatar) implements Change {}

    /** {@code gone} is to be taken out of the history of {@code stays}. */
    record HistoryForgets(AvatarId stays, AvatarId gone) implements Change {}

    /**
     * An input was applied to a mind.
     *
     * @param id of the message it came with; the journal has one entry for it
     * @param after the mind right after it
     */
    record InputApplied(AvatarId avatar, UUID id, Input input, Mind after) implements Change {}

    /** A conversation with an owner is created, with nothing said in it. */
    record ConversationOpened(Opening opening) implements Change {}

    /** Something was said in a conversation with an owner, at a real instant. */
    record Uttered(Utterance utterance, Instant at) implements Change {
        /** As the conversation remembers it. */
        Spoken spoken() {
            return new Spoken(utterance.author(), utterance.content(), at, utterance.about());
        }
    }

    /** Two avatars begin to talk. */
    record EncounterBegun(Encounter encounter) implements Change {}

    /** An encounter went on, or ended. */
    record EncounterChanged(Encounter encounter) implements Change {}

    /** One side of an encounter was erased: of what was said the other side's lines stay. */
    record EncounterDissolved(ConversationId encounter, AvatarId gone) implements Change {}

    /** A turn of an encounter has its words. */
    record LineSaid(Line line) implements Change {}

    /** A block stands, or does not stand any more. */
    record BlockChanged(Block block, boolean stands) implements Change {}

    record QuotaChanged(AvatarId avatar, OutreachQuota quota) implements Change {}

    /** Words were asked for. */
    record AnswerAwaited(Ask ask) implements Change {}

    /** The first words of an answer came in time; the rest is awaited until another instant. */
    record AnswerPostponed(Ask ask) implements Change {}

    /**
     * An answer is not awaited any more.
     *
     * @param end how the wait ended
     */
    record AnswerSettled(Ask ask, Wait end) implements Change {}

    /** How the wait for an answer ended. */
    enum Wait {
        /** The llm service answered in time. */
        ANSWERED,
        /** Its deadline passed. */
        MISSED,
        /** Nobody wants it any more. */
        ABANDONED
    }
}
