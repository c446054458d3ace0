package viva.life.mind;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32C;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.life.activity.Activity;
import viva.life.activity.ActivityCodec;
import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.life.need.NeedLevels;
import viva.life.sleep.Sleep;
import viva.life.temperament.Temperament;
import viva.life.thought.Thought;
import viva.life.thought.ThoughtTopic;
import viva.life.tie.CircleCodec;
import viva.life.tie.Relations;

/**
 * Minds as bytes: a version, the fields in a fixed order (big endian, doubles bit for bit), and a checksum (CRC-32C). Equal minds have
 * equal bytes, and a decoded mind equals the one that was encoded.
 */
public final class MindCodec {
    /** Grows with every change of the layout; older versions stay readable. */
    static final byte VERSION = 2;

    /** As {@link #VERSION}, with a concern behind everything else; a mind without one is written without. */
    private static final byte CONCERNED_VERSION = 3;

    /** Without ties, and with conversations that nobody knew how to lead. */
    private static final byte SOLITARY_VERSION = 1;

    private static final byte NO_THOUGHT = -1;
    private static final int FIXED_BYTES = 1
            + 7 * Double.BYTES
            + 1 // version, temperament
            + 6 * Long.BYTES // tick and instants
            + 4 * Double.BYTES // needs
            + 3 * Double.BYTES
            + 1 // sleep
            + (Feeling.COUNT + 3) * Double.BYTES
            + 3; // desire, thought

    private static final Feeling[] FEELINGS = Feeling.values();
    private static final Desire[] DESIRES = Desire.values();
    private static final ThoughtTopic[] TOPICS = ThoughtTopic.values();
    private static final AttachmentStyle[] ATTACHMENTS = AttachmentStyle.values();

    /** The longest encoding. */
    public static final int MAX_BYTES =
            FIXED_BYTES + ActivityCodec.MAX_BYTES + 2 * Long.BYTES + CircleCodec.MAX_BYTES + Long.BYTES + Integer.BYTES;

    private MindCodec() {}

    /** At most {@link #MAX_BYTES} bytes. */
    public static byte[] encode(Mind mind) {
        ByteBuffer out = ByteBuffer.allocate(mostBytes(mind));
        boolean concerned = mind.concernUntilMillis() != Mind.NO_CONCERN;
        out.put(concerned ? CONCERNED_VERSION : VERSION);
        write(mind.temperament(), out);
        out.putLong(mind.tick())
                .putLong(mind.asOfMillis())
                .putLong(mind.nextTickMillis())
                .putLong(mind.thoughtDueMillis())
                .putLong(mind.restlessFromMillis())
                .putLong(mind.chatUntilMillis());
        write(mind.needs(), out);
        write(mind.sleep(), out);
        write(mind.feelings(), out);
        out.put(mind.desire().code());
        write(mind.thought(), out);
        ActivityCodec.write(mind.activity(), out);
        write(mind.relations(), out);
        if (concerned) {
            out.putLong(mind.concernUntilMillis());
        }
        out.putInt(checksum(out.array(), out.position()));
        return Arrays.copyOf(out.array(), out.position());
    }

    /** A circle is most of the longest mind and empty in most. */
    private static int mostBytes(Mind mind) {
        return FIXED_BYTES
                + ActivityCodec.MAX_BYTES
                + 2 * Long.BYTES
                + CircleCodec.bytes(mind.relations().circle())
                + Long.BYTES
                + Integer.BYTES;
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws MalformedMindException when the bytes are of an unknown version, cut short, too long, changed, or out of range
     */
    public static Mind decode(byte[] bytes) {
        int body = bytes.length - Integer.BYTES;
        if (body < 1 || bytes.length > MAX_BYTES) {
            throw new MalformedMindException("a mind has 5 to " + MAX_BYTES + " bytes: got " + bytes.length);
        }
        if (bytes[0] < SOLITARY_VERSION || bytes[0] > CONCERNED_VERSION) {
            throw new MalformedMindException(
                    "a mind of version " + VERSION + " or " + CONCERNED_VERSION + " was expected: got " + bytes[0]);
        }
        if (ByteBuffer.wrap(bytes).getInt(body) != checksum(bytes, body)) {
            throw new MalformedMindException("the checksum of the mind does not match");
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes, 1, body - 1);
            Mind mind = read(in, bytes[0]);
            if (in.hasRemaining()) {
                throw new MalformedMindException("bytes left behind the mind: " + in.remaining());
            }
            return mind;
        } catch (BufferUnderflowException e) {
            throw new MalformedMindException("the mind is cut short", e);
        } catch (MalformedMindException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new MalformedMindException("not a mind: " + e.getMessage(), e);
        }
    }

    /**
     * Puts another id in the place of an avatar's, wherever the mind has it in mind. Whom ids stand for changes nothing in how a mind
     * lives on: they are only compared. So a life is lived again from a renamed mind with renamed inputs as it was lived.
     *
     * @param mind as {@link #encode} wrote it, in any version
     * @return the same bytes when the avatar is not in it
     */
    public static byte[] renamed(byte[] mind, AvatarId from, AvatarId to) {
        byte[] wanted = bytes(from);
        byte[] renamed = mind.clone();
        int body = renamed.length - Integer.BYTES;
        boolean found = false;
        for (int at = 1; at + wanted.length <= body; at++) {
            if (Arrays.equals(renamed, at, at + wanted.length, wanted, 0, wanted.length)) {
                System.arraycopy(bytes(to), 0, renamed, at, wanted.length);
                found = true;
            }
        }
        if (found) {
            ByteBuffer.wrap(renamed).putInt(body, checksum(renamed, body));
        }
        return renamed;
    }

    /** An id as it stands in a mind. */
    public static byte[] bytes(AvatarId id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private static Mind read(ByteBuffer in, byte version) {
        Temperament temperament = readTemperament(in);
        long tick = in.getLong();
        long asOf = in.getLong();
        long nextTick = in.getLong();
        long thoughtDue = in.getLong();
        long restlessFrom = in.getLong();
        long chatUntil = in.getLong();
        NeedLevels needs = new NeedLevels(in.getDouble(), in.getDouble(), in.getDouble(), in.getLong());
        Sleep sleep = new Sleep(in.getDouble(), flag(in.get()), in.getLong(), in.getLong());
        Feelings feelings = readFeelings(in);
        Desire desire = coded(DESIRES, Desire::code, in.get(), "desire");
        Thought thought = readThought(in);
        Activity activity = ActivityCodec.read(in);
        Relations relations = version == SOLITARY_VERSION ? Relations.NONE : readRelations(in);
        long concernUntil = version == CONCERNED_VERSION ? readConcern(in) : Mind.NO_CONCERN;
        return new Mind(
                temperament,
                tick,
                asOf,
                nextTick,
                needs,
                sleep,
                feelings,
                activity,
                desire,
                thought,
                relations,
                thoughtDue,
                restlessFrom,
                chatUntil,
                concernUntil);
    }

    private static void write(Temperament temperament, ByteBuffer out) {
        out.putLong(temperament.chanceKey())
                .putDouble(temperament.openness())
                .putDouble(temperament.conscientiousness())
                .putDouble(temperament.extraversion())
                .putDouble(temperament.agreeableness())
                .putDouble(temperament.neuroticism())
                .put(code(temperament.attachment()))
                .putDouble(temperament.chronotype());
    }

    private static Temperament readTemperament(ByteBuffer in) {
        return new Temperament(
                in.getLong(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                in.getDouble(),
                coded(ATTACHMENTS, MindCodec::code, in.get(), "attachment"),
                in.getDouble());
    }

    private static void write(NeedLevels needs, ByteBuffer out) {
        out.putDouble(needs.social())
                .putDouble(needs.stimulation())
                .putDouble(needs.comfort())
                .putLong(needs.since());
    }

    private static void write(Sleep sleep, ByteBuffer out) {
        out.putDouble(sleep.pressure())
                .put((byte) (sleep.asleep() ? 1 : 0))
                .putLong(sleep.since())
                .putLong(sleep.switchAt());
    }

    private static void write(Feelings feelings, ByteBuffer out) {
        for (Feeling feeling : FEELINGS) {
            out.putDouble(feelings.offset(feeling));
        }
        out.putDouble(feelings.mood()).putDouble(feelings.gravity()).putLong(feelings.since());
    }

    private static Feelings readFeelings(ByteBuffer in) {
        double[] offsets = new double[Feeling.COUNT];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = in.getDouble();
        }
        return Feelings.of(offsets, in.getDouble(), in.getDouble(), in.getLong());
    }

    private static void write(Thought thought, ByteBuffer out) {
        if (thought == null) {
            out.put(NO_THOUGHT).put((byte) 0);
        } else {
            out.put(thought.topic().code()).put((byte) thought.variant());
        }
    }

    private static Thought readThought(ByteBuffer in) {
        byte topic = in.get();
        byte variant = in.get();
        return topic == NO_THOUGHT ? null : Thought.of(coded(TOPICS, ThoughtTopic::code, topic, "thought"), variant);
    }

    private static void write(Relations relations, ByteBuffer out) {
        out.putLong(relations.ownerAtMillis()).putLong(relations.reachedOutMillis());
        CircleCodec.write(relations.circle(), out);
    }

    private static Relations readRelations(ByteBuffer in) {
        long ownerAt = in.getLong();
        long reachedOut = in.getLong();
        Relations read = new Relations(CircleCodec.read(in), ownerAt, reachedOut);
        return read.equals(Relations.NONE) ? Relations.NONE : read;
    }

    private static long readConcern(ByteBuffer in) {
        long until = in.getLong();
        if (until < -Mind.HORIZON || until > Mind.HORIZON) {
            throw new IllegalArgumentException("must be within the horizon: concern_until = " + until);
        }
        return until;
    }

    private static boolean flag(byte value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("must be 0 or 1: asleep = " + value);
        }
        return value == 1;
    }

    private static byte code(AttachmentStyle style) {
        return switch (style) {
            case SECURE -> 0;
            case ANXIOUS -> 1;
            case AVOIDANT -> 2;
            case FEARFUL -> 3;
        };
    }

    private static <T> T coded(T[] constants, ToIntFunction<T> code, byte wanted, String name) {
        for (T constant : constants) {
            if (code.applyAsInt(constant) == wanted) {
                return constant;
            }
        }
        throw new IllegalArgumentException("must be in [0," + constants.length + "): " + name + " = " + wanted);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
