package viva.life.benchmark;

import java.util.Arrays;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;

/** Prints how many bytes of heap an avatar's mind takes, as what is in use after a collection less what was before, and how many bytes stored. */
public final class MindSize {
    private static final WorldTime EVENING = WorldTime.parse("2030-01-02T17:00:00Z");
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int[] TIES = {0, 8};

    private MindSize() {}

    static void main() {
        measured(SIZES[0], 0); // what only the first measurement leaves behind is no part of a mind
        IO.println("avatars   ties  heap bytes/avatar  stored bytes/avatar");
        for (int ties : TIES) {
            for (int size : SIZES) {
                IO.println(measured(size, ties));
            }
        }
    }

    private static String measured(int size, int ties) {
        long empty = inUse();
        Mind[] minds = Town.at(EVENING, size, ties);
        long full = inUse() - (long) size * Integer.BYTES; // the array that holds them
        double stored = Arrays.stream(minds)
                .mapToInt(mind -> MindCodec.encode(mind).length)
                .average()
                .orElseThrow();
        return "%-9d %-5d %-18.1f %.1f".formatted(size, ties, (double) (full - empty) / size, stored);
    }

    private static long inUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
