package viva.platform.letters;

import java.util.List;

/**
 * What became of letters that were replayed or dropped.
 *
 * @param settled letters that are not in the dead letter queue any more
 * @param stayed letters that were meant and stayed, because of {@code reasons}
 * @param reasons sentences, each once
 */
public record Settled(int settled, int stayed, List<String> reasons, Look look) {
    public Settled {
        reasons = List.copyOf(reasons);
    }
}
