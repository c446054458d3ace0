package viva.avatar.recall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import viva.avatar.memory.MemoryKind;
import viva.contracts.Audience;
import viva.contracts.AvatarId;

/**
 * A memory as far as finding it goes.
 *
 * @param arrival its place in the order in which memories were stored
 * @param occurred when it happened
 * @param recalled when it was last recalled; null when it never was
 * @param importance in [0, 1]
 * @param kept whether it never fades: it is pinned, or a current fact about the owner
 * @param superseded when it was superseded, by real time; null while it holds
 * @param speaker in normal form; null when it is nobody's line
 * @param model of the vector; null when there is none yet
 * @param vector null when there is none yet
 */
public record Remembered(
        UUID id,
        long arrival,
        MemoryKind kind,
        Ageing ageing,
        Moment occurred,
        Moment recalled,
        double importance,
        int recalls,
        boolean kept,
        Instant superseded,
        Audience audience,
        List<AvatarId> with,
        String speaker,
        Terms terms,
        String model,
        Vector vector) {
    /** The order in which they happened; of the same instant, in which they were stored. */
    public static final Comparator<Remembered> IN_ORDER = Comparator.comparing(Remembered::ageing)
            .thenComparingLong(Remembered::millis)
            .thenComparingLong(Remembered::arrival);

    /** When it happened by the clock by which it ages. */
    long millis() {
        return occurred.millis(ageing);
    }

    /** Its age since it last came back, in milliseconds of the clock by which it ages; negative before that. */
    long ageMillis(Moment now) {
        long last = recalled == null ? millis() : Math.max(millis(), recalled.millis(ageing));
        return now.millis(ageing) - last;
    }
}
