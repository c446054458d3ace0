package viva.llm.safety;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToDoubleFunction;

/**
 * The certainties of texts that were heard lately: a line of a conversation is heard again with each message that follows it. No text is kept: an
 * entry is found by 128 bits of its SHA-256, for which no two texts that agree can be made. Safe for concurrent use.
 */
final class RecentCertainties {
    /** The owner's lines of about 400 conversations; 250 kB. A power of two. */
    private static final int ENTRIES = 4_096;

    private record Digest(long high, long low) {}

    private record Entry(Digest digest, double certainty) {}

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(ENTRIES);
    private final ToDoubleFunction<String> certainty;

    /** @param certainty a function of the text alone */
    RecentCertainties(ToDoubleFunction<String> certainty) {
        this.certainty = certainty;
    }

    double of(String text) {
        Digest digest = digest(text);
        int place = (int) digest.low() & (ENTRIES - 1);
        Entry known = entries.get(place);
        if (known != null && known.digest().equals(digest)) {
            return known.certainty();
        }
        double heard = certainty.applyAsDouble(text);
        entries.set(place, new Entry(digest, heard));
        return heard;
    }

    private static Digest digest(String text) {
        try {
            // UTF-16, in which a lone surrogate is no other text's question mark.
            ByteBuffer bits = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE)));
            return new Digest(bits.getLong(), bits.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
