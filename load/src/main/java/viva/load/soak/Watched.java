package viva.load.soak;

import java.util.Comparator;

/**
 * One thing that is measured.
 *
 * @param name of a process, a queue, or a table such as {@code life.journal}
 */
public record Watched(Kind kind, String name) implements Comparable<Watched> {
    private static final Comparator<Watched> ORDER =
            Comparator.comparing(Watched::kind).thenComparing(Watched::name);

    @Override
    public int compareTo(Watched other) {
        return ORDER.compare(this, other);
    }
}
