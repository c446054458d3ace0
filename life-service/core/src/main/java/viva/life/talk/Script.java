package viva.life.talk;

import java.util.Arrays;
import java.util.List;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.contracts.message.ConversationBegunV1;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;

/**
 * How a conversation goes, as one side keeps it: the acts of both in turn and their topics, when each lands, and how well the two go together.
 * The host has the even turns. What was agreed before turns had topics has none.
 */
public final class Script {
    /** Every conversation ends (life-model section 7). */
    public static final int MOST_TURNS = ConversationBegunV1.MOST_ACTS;

    private static final double MILLIS_PER_MINUTE = 60_000;

    /** World minutes between two turns, life-model section "real time and world time": one turn in 2 to 4 world minutes. */
    private static final double SHORTEST_GAP = 2;

    private static final double LONGEST_GAP = 4;

    private static final byte[] NO_TOPICS = {};

    private final byte[] acts;
    private final byte[] topics;
    private final boolean host;
    private final long startMillis;
    private final long key;
    private final float humorMatch;
    private final float overlap;

    private Script(
            byte[] acts, byte[] topics, boolean host, long startMillis, long key, float humorMatch, float overlap) {
        this.acts = acts;
        this.topics = topics;
        this.host = host;
        this.startMillis = startMillis;
        this.key = key;
        this.humorMatch = humorMatch;
        this.overlap = overlap;
    }

    /**
     * A script as it was agreed.
     *
     * @param topics one for each act, or none at all
     * @param host whether this side began the conversation
     * @param startMillis world milliseconds of the first turn
     * @param key of the chance that sets the pace, see {@link #keyOf}
     * @param humorMatch in [0, 1]
     * @param overlap of interests and values, in [0, 1]
     * @throws IllegalArgumentException when there are no acts or too many, or another number of topics, or a share is out of range
     */
    public static Script of(
            List<DialogueAct> acts,
            List<TalkTopic> topics,
            boolean host,
            long startMillis,
            long key,
            double humorMatch,
            double overlap) {
        byte[] actCodes = new byte[acts.size()];
        for (int i = 0; i < actCodes.length; i++) {
            actCodes[i] = acts.get(i).code();
        }
        byte[] topicCodes = new byte[topics.size()];
        for (int i = 0; i < topicCodes.length; i++) {
            topicCodes[i] = topics.get(i).code();
        }
        return ofCodes(actCodes, topicCodes, host, startMillis, key, (float) humorMatch, (float) overlap);
    }

    /** As {@link #of}, from the codes of the acts and topics; {@code topics} is null where none were noted. */
    public static Script ofCodes(
            byte[] acts, byte[] topics, boolean host, long startMillis, long key, float humorMatch, float overlap) {
        byte[] about = topics == null ? NO_TOPICS : topics.clone();
        if (acts.length < 1 || acts.length > MOST_TURNS) {
            throw new IllegalArgumentException("must be 1 to " + MOST_TURNS + " acts: got " + acts.length);
        }
        if (about.length != 0 && about.length != acts.length) {
            throw new IllegalArgumentException("must be 0 or " + acts.length + " topics: got " + about.length);
        }
        for (byte act : acts) {
            DialogueAct.ofCode(act);
        }
        for (byte topic : about) {
            TalkTopic.ofCode(topic);
        }
        if (!(humorMatch >= 0 && humorMatch <= 1 && overlap >= 0 && overlap <= 1)) {
            throw new IllegalArgumentException(
                    "must be in [0,1]: humor_match = " + humorMatch + ", overlap = " + overlap);
        }
        return new Script(acts.clone(), about, host, startMillis, key, humorMatch, overlap);
    }

    /** The key of a conversation's chance. */
    public static long keyOf(ConversationId conversation) {
        return conversation.value().getMostSignificantBits()
                ^ conversation.value().getLeastSignificantBits();
    }

    public int turns() {
        return acts.length;
    }

    public DialogueAct act(int turn) {
        return DialogueAct.ofCode(acts[turn]);
    }

    public List<DialogueAct> acts() {
        DialogueAct[] all = new DialogueAct[acts.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = act(i);
        }
        return List.of(all);
    }

    /** {@link TalkTopic#NOTHING} where none were noted. */
    public TalkTopic topic(int turn) {
        return hasTopics() ? TalkTopic.ofCode(topics[turn]) : TalkTopic.NOTHING;
    }

    /** One for each act, or none at all. */
    public List<TalkTopic> topics() {
        TalkTopic[] all = new TalkTopic[topics.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = topic(i);
        }
        return List.of(all);
    }

    /** Whether the topics of its turns were noted. */
    public boolean hasTopics() {
        return topics.length > 0;
    }

    public boolean isHost() {
        return host;
    }

    /** Whether this side speaks in a turn. */
    public boolean isMine(int turn) {
        return turn % 2 == 0 == host;
    }

    /** World milliseconds at which a turn lands; of {@link #turns()}, when the two part. */
    public long turnAt(int turn) {
        return landsAt(startMillis, key, turn);
    }

    /** World milliseconds at which the two part. */
    public long end() {
        return turnAt(acts.length);
    }

    static long landsAt(long startMillis, long key, int turn) {
        Chance chance = new Chance(key);
        double minutes = 0;
        for (int i = 0; i < turn; i++) {
            minutes += chance.between(i, Purpose.TURN_GAP, SHORTEST_GAP, LONGEST_GAP);
        }
        return startMillis + (long) (minutes * MILLIS_PER_MINUTE);
    }

    public long startMillis() {
        return startMillis;
    }

    public long key() {
        return key;
    }

    public float humorMatch() {
        return humorMatch;
    }

    public float overlap() {
        return overlap;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Script that
                && Arrays.equals(acts, that.acts)
                && Arrays.equals(topics, that.topics)
                && host == that.host
                && startMillis == that.startMillis
                && key == that.key
                && humorMatch == that.humorMatch
                && overlap == that.overlap;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(acts) + Long.hashCode(startMillis ^ key);
    }

    @Override
    public String toString() {
        return (host ? "host of " : "guest of ") + acts() + (hasTopics() ? " on " + topics() : "") + " from "
                + startMillis;
    }
}
