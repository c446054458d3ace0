package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.WorldTime;
import viva.life.clock.ClockLines;
import viva.life.mind.Snapshot;
import viva.life.mind.StateViews;
import viva.life.resident.Resident;
import viva.life.world.WorldLines;

/** How an avatar fared over a time: exactly within retention, by hourly or daily averages when the time begins earlier. */
@Singleton
public class Course {
    private final Pool pool;
    private final Past past;

    Course(Pool pool, Past past) {
        this.pool = pool;
        this.past = past;
    }

    /**
     * What is known of a range.
     *
     * @param source {@code exact}, {@code hour} or {@code day}
     * @param keptFrom from when on exact points are kept
     */
    public record View(List<Point> items, String source, Duration step, Instant keptFrom) {}

    /** The points of a range. What lies before an avatar's birth is left out. */
    public Uni<View> of(Resident resident, Range range) {
        return ClockLines.read(pool)
                .chain(lines -> PastTable.kept(pool, resident.id()).chain(kept -> of(resident, range, kept, lines)));
    }

    private Uni<View> of(Resident resident, Range range, PastTable.Kept kept, WorldLines lines) {
        if (kept.from() == null || !kept.from().isBefore(range.to())) {
            return averaged(resident, range, kept, lines);
        }
        boolean exact = kept.born() != null || !range.from().isBefore(kept.from());
        return exact
                ? exact(resident, range.notBefore(kept.from()), kept, lines)
                : averaged(resident, range, kept, lines);
    }

    private Uni<View> exact(Resident resident, Range range, PastTable.Kept kept, WorldLines lines) {
        List<Instant> instants = range.instants();
        List<WorldTime> times =
                instants.stream().map(at -> Past.worldTime(resident, lines, at)).toList();
        return past.readAt(resident, range.from(), times)
                .map(read -> new View(points(resident, instants, read), "exact", range.step(), kept.from()));
    }

    private static List<Point> points(Resident resident, List<Instant> instants, List<Snapshot> read) {
        List<Point> points = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            points.add(Point.exact(instants.get(i), StateViews.of(read.get(i), resident.locale())));
        }
        return points;
    }

    private Uni<View> averaged(Resident resident, Range range, PastTable.Kept kept, WorldLines lines) {
        Span span = range.step().compareTo(Span.DAY.length()) < 0 ? Span.HOUR : Span.DAY;
        Duration step = range.step().compareTo(span.length()) < 0 ? span.length() : range.step();
        Range whole = new Range(range.from(), range.to(), step);
        return RollUpTable.read(pool, span, resident.id(), whole, lines)
                .map(points -> new View(points, span.label(), step, kept.from()));
    }
}
