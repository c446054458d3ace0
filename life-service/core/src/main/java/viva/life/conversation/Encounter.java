package viva.life.conversation;

import java.util.List;
import java.util.Objects;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DerivedId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;
import viva.life.talk.Script;

/**
 * A conversation of two avatars, as the host's shard keeps it.
 *
 * @param host who began it
 * @param guest the other one
 * @param voiced whether the words come as it goes on
 * @param worthTelling whether something begins or ends in it: a first meeting, a confession, a quarrel, a decision
 * @param script how it goes, from the host's side
 * @param outcome of the whole script
 * @param spoken how many turns have their words
 * @param landed how many turns took place; negative until the two part
 * @param reason why it ended; null as long as it runs
 * @param endedAt world time at which the two parted; null as {@code reason}
 */
public record Encounter(
        ConversationId id,
        Side host,
        Side guest,
        boolean voiced,
        boolean worthTelling,
        Script script,
        ConversationOutcome outcome,
        int spoken,
        int landed,
        EndReason reason,
        WorldTime endedAt) {
    /** {@link #landed()} of one that still runs. */
    public static final int RUNNING = -1;

    public Encounter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * One of the two. Of one that was erased there is no more than a pseudonym.
     *
     * @param owner null when it was erased, as is {@code name}
     * @param mind as the conversation began; null when one of the two was erased
     * @param profile null where the words do not need it
     */
    public record Side(AvatarId id, AccountId owner, String name, Mind mind, AvatarProfile profile) {}

    public Side speaker(int turn) {
        return turn % 2 == 0 ? host : guest;
    }

    public Side listener(int turn) {
        return turn % 2 == 0 ? guest : host;
    }

    public List<Side> sides() {
        return List.of(host, guest);
    }

    public Side side(AvatarId avatar) {
        return host.id().equals(avatar) ? host : guest;
    }

    public boolean isHost(Side side) {
        return side.id().equals(host.id());
    }

    public Side other(Side side) {
        return isHost(side) ? guest : host;
    }

    /** How many turns there are to find words for, as far as is known by now. */
    public int toSpeak() {
        return landed == RUNNING ? script.turns() : landed;
    }

    public DialogueAct act(int turn) {
        return script.act(turn);
    }

    public WorldTime turnAt(int turn) {
        return new WorldTime(script.turnAt(turn));
    }

    /** The id of a turn's message; also what its words are asked for by. */
    public MessageId message(int turn) {
        return message(id, turn);
    }

    /** As {@link #message(int)}, of a conversation of which no more than its id is known. */
    public static MessageId message(ConversationId id, int turn) {
        return new MessageId(DerivedId.of(id.value(), "turn " + turn));
    }

    public Encounter spoken(int turns) {
        return new Encounter(id, host, guest, voiced, worthTelling, script, outcome, turns, landed, reason, endedAt);
    }

    /** The two parted after {@code turns}; words may still be missing. */
    public Encounter parted(int turns, EndReason why, ConversationOutcome then, WorldTime at) {
        return new Encounter(id, host, guest, voiced, worthTelling, script, then, spoken, turns, why, at);
    }

    /** Whether one of the two was erased: what there is of it are the lines of the other one. */
    public boolean isBereft() {
        return host.mind() == null;
    }

    /** Whether both owners were told that it ended. */
    public boolean isOver() {
        return landed != RUNNING && isTold();
    }

    /** Whether every turn has its words, or none needs any now. */
    public boolean isTold() {
        return !voiced || (landed != RUNNING && spoken >= landed);
    }
}
