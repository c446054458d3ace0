package viva.matchmaker.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import viva.matchmaker.score.Tags;

/**
 * Sets of words for many people, compared fast: each word has a number, each set is a sorted array of them, and a mask of 64 bits
 * tells at once that two sets have nothing in common. Exact for any number of different words.
 */
final class TagSets {
    private static final int[] NONE = {};

    private final Map<String, Integer> numbers = new HashMap<>();
    private long[] masks = new long[0];
    private int[][] sets = new int[0][];

    void grow(int capacity) {
        masks = Arrays.copyOf(masks, capacity);
        sets = Arrays.copyOf(sets, capacity);
    }

    void set(int slot, Collection<String> words) {
        int[] set = Tags.of(words).words().stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, _ -> numbers.size()))
                .sorted()
                .toArray();
        long mask = 0;
        for (int number : set) {
            mask |= 1L << number;
        }
        masks[slot] = mask;
        sets[slot] = set;
    }

    void move(int from, int to) {
        masks[to] = masks[from];
        sets[to] = sets[from];
        masks[from] = 0;
        sets[from] = NONE;
    }

    /** The Jaccard index of two slots' sets, or −1 when both are empty. */
    double overlap(int one, int other) {
        int[] a = sets[one];
        int[] b = sets[other];
        if (a.length == 0 && b.length == 0) {
            return -1;
        }
        int both = (masks[one] & masks[other]) == 0 ? 0 : common(a, b);
        return both / (double) (a.length + b.length - both);
    }

    private static int common(int[] a, int[] b) {
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                count++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }
}
