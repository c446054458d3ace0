package viva.avatar.recall;

import java.util.List;

/** The turns before a memory that are read with it: a memory answers also what was asked just before it. */
final class Window {
    private static final long NEIGHBOURS_WITHIN_MILLIS = 3_600_000;

    private Window() {}

    /**
     * For each of some memories in order, the index of the first one that is read with it.
     *
     * @param turns how many before it at most
     */
    static int[] starts(List<Remembered> memories, int turns) {
        int[] starts = new int[memories.size()];
        for (int i = 0; i < starts.length; i++) {
            int start = i;
            while (start > 0 && i - start < turns && isNeighbour(memories.get(start - 1), memories.get(i))) {
                start--;
            }
            starts[i] = start;
        }
        return starts;
    }

    private static boolean isNeighbour(Remembered before, Remembered memory) {
        return before.ageing() == memory.ageing() && memory.millis() - before.millis() <= NEIGHBOURS_WITHIN_MILLIS;
    }
}
