package viva.avatar.recall;

import java.util.Arrays;
import java.util.Collection;

/** The stems of a text's words, in order and as often as they are in it, as hashes of 32 bits; immutable. */
public final class Terms {
    private final int[] hashes;

    private Terms(int[] hashes) {
        this.hashes = hashes;
    }

    public static Terms of(Collection<String> stems) {
        return new Terms(stems.stream().mapToInt(String::hashCode).toArray());
    }

    /** Reads what {@link #toIntegers()} wrote. */
    public static Terms of(Integer[] hashes) {
        return new Terms(Arrays.stream(hashes).mapToInt(Integer::intValue).toArray());
    }

    /** The hashes, for a column. */
    public Integer[] toIntegers() {
        return Arrays.stream(hashes).boxed().toArray(Integer[]::new);
    }

    int length() {
        return hashes.length;
    }

    /** How often a term is in the text. */
    int count(int term) {
        int count = 0;
        for (int hash : hashes) {
            count += hash == term ? 1 : 0;
        }
        return count;
    }

    /** Each term once. */
    int[] distinct() {
        return Arrays.stream(hashes).distinct().toArray();
    }
}
