package viva.llm.understanding.safety;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToDoubleFunction;

/**
 * The certainties of texts that were heard lately: a line of a conversation is heard again with each message that follows it. No text is kept; an
 * entry is found by a hash of 64 bits with a secret of this process, so that nobody can write a text that is taken for another. Safe for
 * concurrent use.
 */
final class RecentCertainties {
    /** The owner's lines of about 400 conversations; 200 kB. A power of two. */
    private static final int ENTRIES = 4_096;

    /** Odd, with bits that look drawn by lot: the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private record Entry(long hash, double certainty) {}

    private final AtomicReferenceArray<Entry> entries = new AtomicReferenceArray<>(ENTRIES);
    private final ToDoubleFunction<String> certainty;
    private final long secret = ThreadLocalRandom.current().nextLong();

    /** @param certainty a function of the text alone */
    RecentCertainties(ToDoubleFunction<String> certainty) {
        this.certainty = certainty;
    }

    double of(String text) {
        long hash = hash(text);
        int place = (int) hash & (ENTRIES - 1);
        Entry known = entries.get(place);
        if (known != null && known.hash() == hash) {
            return known.certainty();
        }
        double heard = certainty.applyAsDouble(text);
        entries.set(place, new Entry(hash, heard));
        return heard;
    }

    private long hash(String text) {
        long hash = secret ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * SPREAD;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
