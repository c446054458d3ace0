package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import viva.contracts.WorldTime;
import viva.life.clock.ClockLines;
import viva.life.mind.Snapshot;
import viva.life.mind.StateViews;
import viva.life.resident.Resident;
import viva.life.world.WorldLines;

/**
 * How an avatar fared over a time: exactly within retention, from samples where it was lived by another version of the model, by hourly or
 * daily averages when the time begins earlier.
 */
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
     * @param source {@code exact}, {@code sample} when some points are as they were sampled, {@code hour} or {@code day}
     * @param exact whether every point was worked out for its very instant
     * @param keptFrom from when on points that are no averages are kept
     */
    public record View(List<Point> items, String source, boolean exact, Duration step, Instant keptFrom) {}

    /** The points of a range. What lies before an avatar's birth is left out. */
    public Uni<View> of(Resident resident, Range range) {
        return ClockLines.read(pool)
                .chain(lines -> PastTable.kept(pool, resident.id()).chain(kept -> of(resident, range, kept, lines)));
    }

    private Uni<View> of(Resident resident, Range range, PastTable.Kept kept, WorldLines lines) {
        if (kept.from() == null || !kept.from().isBefore(range.to())) {
            return averaged(resident, range, kept, lines);
        }
        boolean whole = kept.born() != null || !range.from().isBefore(kept.from());
        return whole
                ? pointwise(resident, range.notBefore(kept.from()), kept, lines)
                : averaged(resident, range, kept, lines);
    }

    /** Each point by itself: from when on it can be, lived again. */
    private Uni<View> pointwise(Resident resident, Range range, PastTable.Kept kept, WorldLines lines) {
        Map<Boolean, List<Instant>> instants = range.instants().stream()
                .collect(Collectors.partitioningBy(at -> kept.exactFrom() != null && !at.isBefore(kept.exactFrom())));
        Uni<List<Point>> sampled = SampledTable.points(pool, resident.id(), instants.get(false));
        Uni<List<Point>> lived = lived(resident, instants.get(true), lines)
                .onFailure(Past::cannotBeLivedAgain)
                .recoverWithUni(() -> SampledTable.points(pool, resident.id(), instants.get(true)));
        return sampled.chain(earlier -> lived.map(later -> {
            List<Point> points = Stream.concat(earlier.stream(), later.stream()).toList();
            boolean exact = points.stream().allMatch(Point::exact);
            return new View(points, exact ? "exact" : "sample", exact, range.step(), kept.from());
        }));
    }

    private Uni<List<Point>> lived(Resident resident, List<Instant> instants, WorldLines lines) {
        if (instants.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<WorldTime> times =
                instants.stream().map(at -> Past.worldTime(resident, lines, at)).toList();
        return past.readAt(resident, instants.getFirst(), times).map(read -> points(resident, instants, read));
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
                .map(points -> new View(points, span.label(), false, step, kept.from()));
    }
}
