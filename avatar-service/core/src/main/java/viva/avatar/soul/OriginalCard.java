package viva.avatar.soul;

import java.util.Arrays;
import java.util.Objects;

/** A character card as it came, byte for byte. */
public final class OriginalCard {
    public static final String PNG = "image/png";
    public static final String JSON = "application/json";

    private final String mediaType;
    private final byte[] bytes;

    /** @param mediaType {@link #PNG} or {@link #JSON} */
    public OriginalCard(String mediaType, byte[] bytes) {
        this.mediaType = Objects.requireNonNull(mediaType, "media_type");
        this.bytes = bytes.clone();
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OriginalCard that
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "OriginalCard[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
