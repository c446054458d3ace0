package viva.life.tie;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.BondStatus;

/** Writes a circle as its size and its ties, {@value #TIE_BYTES} bytes each. */
public final class CircleCodec {
    private static final int TIE_BYTES = 2 * Long.BYTES + 1 + 5 * Float.BYTES + 2 * Long.BYTES;

    /** The longest encoding, in bytes. */
    public static final int MAX_BYTES = 1 + Circle.MOST * TIE_BYTES;

    private CircleCodec() {}

    /** How many bytes this circle takes. */
    public static int bytes(Circle circle) {
        return 1 + circle.size() * TIE_BYTES;
    }

    public static void write(Circle circle, ByteBuffer out) {
        out.put((byte) circle.size());
        for (int i = 0; i < circle.size(); i++) {
            Tie tie = circle.get(i);
            out.putLong(tie.otherHigh())
                    .putLong(tie.otherLow())
                    .put(tie.status().code())
                    .putFloat(tie.familiarity())
                    .putFloat(tie.trust())
                    .putFloat(tie.affection())
                    .putFloat(tie.attraction())
                    .putFloat(tie.score())
                    .putLong(tie.version())
                    .putLong(tie.metMillis());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when a number is out of range
     * @throws java.nio.BufferUnderflowException when bytes are missing
     */
    public static Circle read(ByteBuffer in) {
        int size = in.get();
        if (size < 0 || size > Circle.MOST) {
            throw new IllegalArgumentException("must be in [0," + Circle.MOST + "]: ties = " + size);
        }
        List<Tie> ties = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ties.add(tie(in));
        }
        return Circle.of(ties);
    }

    private static Tie tie(ByteBuffer in) {
        return new Tie(
                in.getLong(),
                in.getLong(),
                BondStatus.ofCode(in.get()),
                in.getFloat(),
                in.getFloat(),
                in.getFloat(),
                in.getFloat(),
                in.getFloat(),
                in.getLong(),
                in.getLong());
    }
}
