package viva.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from other ids, the same for everybody who computes them: what is done twice is said once. */
public final class DerivedId {
    private static final int UUID_BYTES = 16;
    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    /** Cloned for each id: looking a provider up takes longer than the digest. */
    private static final MessageDigest SHA_1 = sha1();

    private DerivedId() {}

    /** The UUID of version 5 (RFC 9562, 5.5) of {@code name} in the name space {@code base}. */
    public static UUID of(UUID base, String name) {
        MessageDigest digest = fresh();
        digest.update(ByteBuffer.allocate(UUID_BYTES)
                .putLong(base.getMostSignificantBits())
                .putLong(base.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & ~VERSION_MASK) | VERSION_5;
        long least = (hash.getLong() & ~VARIANT_MASK) | VARIANT_RFC;
        return new UUID(most, least);
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) SHA_1.clone();
        } catch (CloneNotSupportedException e) {
            return sha1();
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
