package viva.load.measure;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import viva.load.town.Town;
import viva.platform.servers.ServerFailure;

/** Everything that was read at one moment of a benchmark. */
public record Moment(
        long nanos, Instant at, LifeMetrics life, DatabaseUse database, Map<String, ProcessUse> processes) {
    public Moment {
        processes = Map.copyOf(processes);
    }

    /** Reads all of it now. */
    public static Moment of(Town town) {
        Map<String, ProcessUse> processes = new TreeMap<>();
        town.processes().forEach((name, process) -> processes.put(name, ProcessUse.of(process)));
        LifeMetrics life = lives(town);
        return new Moment(System.nanoTime(), Instant.now(), life, DatabaseUse.of(town.database()), processes);
    }

    /** What all life processes of a town say together. */
    public static LifeMetrics lives(Town town) {
        return town.lives().stream()
                .map(replica -> LifeMetrics.of(replica.management()))
                .reduce(LifeMetrics::and)
                .orElseThrow(() -> new ServerFailure("No life process runs."));
    }
}
