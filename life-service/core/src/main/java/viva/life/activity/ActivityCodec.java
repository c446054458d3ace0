package viva.life.activity;

import java.nio.ByteBuffer;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.TalkTopic;
import viva.life.talk.Script;

/** Writes an activity as a tag, its end and whom it is about. The tags are part of every stored mind and never change. */
public final class ActivityCodec {
    /** The longest encoding, in bytes. */
    public static final int MAX_BYTES = 1 + 7 * Long.BYTES + 3 + 2 * Float.BYTES + 2 * Script.MOST_TURNS;

    private ActivityCodec() {}

    public static void write(Activity activity, ByteBuffer out) {
        switch (activity) {
            case Idle ignored -> out.put((byte) 0);
            case Thinking(long until) -> out.put((byte) 1).putLong(until);
            case Socializing socializing -> write(socializing, out);
            case InConversation talking -> write(talking, out);
            case Reflecting(long until) -> out.put((byte) 4).putLong(until);
            case CreatingMemory(long until) -> out.put((byte) 5).putLong(until);
            case Exploring(long until) -> out.put((byte) 6).putLong(until);
            case MatchDiscovered(AvatarId match, long until) -> {
                out.put((byte) 7).putLong(until);
                write(match.value(), out);
            }
            case Sleeping ignored -> out.put((byte) 8);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the tag is unknown
     * @throws java.nio.BufferUnderflowException when bytes are missing
     */
    public static Activity read(ByteBuffer in) {
        byte tag = in.get();
        return switch (tag) {
            case 0 -> Idle.SHARED;
            case 1 -> new Thinking(in.getLong());
            case 2 -> Socializing.about(in.getLong());
            case 3 -> conversation(in.getLong(), in);
            case 4 -> new Reflecting(in.getLong());
            case 5 -> new CreatingMemory(in.getLong());
            case 6 -> new Exploring(in.getLong());
            case 7 -> match(in.getLong(), in);
            case 8 -> Sleeping.SHARED;
            case 9 -> invitation(in.getLong(), in);
            case 10 -> scripted(in.getLong(), in, false);
            case 11 -> wish(in.getLong(), in);
            case 12 -> scripted(in.getLong(), in, true);
            default -> throw new IllegalArgumentException("must be in [0,12]: activity tag = " + tag);
        };
    }

    private static void write(Socializing socializing, ByteBuffer out) {
        if (socializing.conversation() == null) {
            out.put((byte) 2).putLong(socializing.until());
            return;
        }
        out.put((byte) (socializing.urged() ? 11 : 9))
                .putLong(socializing.until())
                .put((byte) socializing.asked());
        write(socializing.conversation().value(), out);
        if (socializing.urged()) {
            write(socializing.invited().value(), out);
            return;
        }
        boolean named = socializing.invited() != null;
        out.put((byte) (named ? 1 : 0));
        if (named) {
            write(socializing.invited().value(), out);
        }
    }

    private static Socializing invitation(long until, ByteBuffer in) {
        int asked = in.get();
        ConversationId conversation = new ConversationId(uuid(in));
        AvatarId invited = flag(in) ? new AvatarId(uuid(in)) : null;
        return new Socializing(until, invited, conversation, asked, false);
    }

    private static Socializing wish(long until, ByteBuffer in) {
        int asked = in.get();
        ConversationId conversation = new ConversationId(uuid(in));
        return new Socializing(until, new AvatarId(uuid(in)), conversation, asked, true);
    }

    private static void write(InConversation talking, ByteBuffer out) {
        Script script = talking.script();
        out.put((byte) (script == null ? 3 : script.hasTopics() ? 12 : 10)).putLong(talking.until());
        write(talking.partner().value(), out);
        write(talking.conversation().value(), out);
        if (script != null) {
            out.put((byte) (script.isHost() ? 1 : 0))
                    .putLong(script.startMillis())
                    .putLong(script.key())
                    .putFloat(script.humorMatch())
                    .putFloat(script.overlap())
                    .put((byte) talking.landed())
                    .put((byte) script.turns());
            for (int turn = 0; turn < script.turns(); turn++) {
                out.put(script.act(turn).code());
            }
            for (TalkTopic topic : script.topics()) {
                out.put(topic.code());
            }
        }
    }

    private static InConversation conversation(long until, ByteBuffer in) {
        AvatarId partner = new AvatarId(uuid(in));
        return new InConversation(partner, new ConversationId(uuid(in)), until, null, 0);
    }

    private static InConversation scripted(long until, ByteBuffer in, boolean topical) {
        AvatarId partner = new AvatarId(uuid(in));
        ConversationId conversation = new ConversationId(uuid(in));
        boolean host = flag(in);
        long start = in.getLong();
        long key = in.getLong();
        float humorMatch = in.getFloat();
        float overlap = in.getFloat();
        int landed = in.get();
        byte[] acts = new byte[Math.max(0, Math.min(in.get(), in.remaining()))];
        in.get(acts);
        byte[] topics = new byte[topical ? acts.length : 0];
        in.get(topics);
        Script script = Script.ofCodes(acts, topics, host, start, key, humorMatch, overlap);
        return new InConversation(partner, conversation, until, script, landed);
    }

    private static MatchDiscovered match(long until, ByteBuffer in) {
        return new MatchDiscovered(new AvatarId(uuid(in)), until);
    }

    private static boolean flag(ByteBuffer in) {
        byte value = in.get();
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("must be 0 or 1: flag = " + value);
        }
        return value == 1;
    }

    private static UUID uuid(ByteBuffer in) {
        long high = in.getLong();
        return new UUID(high, in.getLong());
    }

    private static void write(UUID id, ByteBuffer out) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
