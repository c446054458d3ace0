package viva.life.activity;

import java.nio.ByteBuffer;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;

/** Writes an activity as a tag, its end and whom it is about. The tags are part of every stored mind and never change. */
public final class ActivityCodec {
    /** The longest encoding, in bytes. */
    public static final int MAX_BYTES = 1 + Long.BYTES + 4 * Long.BYTES;

    private ActivityCodec() {}

    public static void write(Activity activity, ByteBuffer out) {
        switch (activity) {
            case Idle ignored -> out.put((byte) 0);
            case Thinking(long until) -> out.put((byte) 1).putLong(until);
            case Socializing(long until) -> out.put((byte) 2).putLong(until);
            case InConversation(AvatarId partner, ConversationId conversation, long until) -> {
                out.put((byte) 3).putLong(until);
                write(partner.value(), out);
                write(conversation.value(), out);
            }
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
            case 0 -> new Idle();
            case 1 -> new Thinking(in.getLong());
            case 2 -> new Socializing(in.getLong());
            case 3 -> conversation(in.getLong(), in);
            case 4 -> new Reflecting(in.getLong());
            case 5 -> new CreatingMemory(in.getLong());
            case 6 -> new Exploring(in.getLong());
            case 7 -> match(in.getLong(), in);
            case 8 -> new Sleeping();
            default -> throw new IllegalArgumentException("must be in [0,8]: activity tag = " + tag);
        };
    }

    private static InConversation conversation(long until, ByteBuffer in) {
        AvatarId partner = new AvatarId(uuid(in));
        return new InConversation(partner, new ConversationId(uuid(in)), until);
    }

    private static MatchDiscovered match(long until, ByteBuffer in) {
        return new MatchDiscovered(new AvatarId(uuid(in)), until);
    }

    private static UUID uuid(ByteBuffer in) {
        long high = in.getLong();
        return new UUID(high, in.getLong());
    }

    private static void write(UUID id, ByteBuffer out) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
