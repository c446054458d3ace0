package viva.load.speech;

import java.util.List;

/** What is told of instants and of durations. */
public final class Windows {
    private Windows() {}

    /** The most instants that any window of {@code length} holds, its end excluded. */
    public static int most(List<Long> instants, long length) {
        List<Long> sorted = instants.stream().sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.size(); last++) {
            while (sorted.get(first) <= sorted.get(last) - length) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** The smallest value that is not below {@code share} of all, share in (0, 1]; 0 when there is none. */
    public static long quantile(List<Long> values, double share) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
