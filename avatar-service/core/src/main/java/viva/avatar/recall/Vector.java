package viva.avatar.recall;

import java.nio.ByteBuffer;

/**
 * A unit vector with eight bits a dimension: a quarter of the memory, and a cosine that is off by about .001. Scaled by its largest part; immutable.
 */
public final class Vector {
    private static final int MOST = 127;

    private final byte[] parts;
    private final float scale;

    private Vector(byte[] parts, float scale) {
        this.parts = parts;
        this.scale = scale;
    }

    /** Rounds a vector of length one. */
    public static Vector of(float[] exact) {
        float largest = Float.MIN_NORMAL;
        for (float part : exact) {
            largest = Math.max(largest, Math.abs(part));
        }
        byte[] parts = new byte[exact.length];
        for (int i = 0; i < exact.length; i++) {
            parts[i] = (byte) Math.round(exact[i] / largest * MOST);
        }
        return new Vector(parts, largest / MOST);
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException when it is too short to be one
     */
    public static Vector read(byte[] bytes) {
        if (bytes.length <= Float.BYTES) {
            throw new IllegalArgumentException("no vector of " + bytes.length + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        float scale = buffer.getFloat();
        byte[] parts = new byte[bytes.length - Float.BYTES];
        buffer.get(parts);
        return new Vector(parts, scale);
    }

    /** The scale and the parts. */
    public byte[] bytes() {
        return ByteBuffer.allocate(Float.BYTES + parts.length)
                .putFloat(scale)
                .put(parts)
                .array();
    }

    public int width() {
        return parts.length;
    }

    /** The cosine with another vector of the same width, in [-1, 1] but for rounding. */
    public double cosine(Vector other) {
        int sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i] * other.parts[i];
        }
        return (double) sum * scale * other.scale;
    }
}
