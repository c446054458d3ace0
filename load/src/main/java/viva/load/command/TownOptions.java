package viva.load.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;
import viva.contracts.WorldTime;
import viva.load.town.Town;
import viva.load.town.TownPlan;

/** The options of every benchmark. */
final class TownOptions {
    private static final LocalDate DAY = LocalDate.of(2030, 6, 3);
    private static final Path HOME = Path.of(".viva", "load");

    @Option(names = "--avatars", defaultValue = "1000000", description = "How many avatars live (${DEFAULT-VALUE}).")
    int avatars;

    @Option(names = "--scale", defaultValue = "10", description = "World time per real time (${DEFAULT-VALUE}).")
    double scale;

    @Option(
            names = "--heap-mb",
            defaultValue = "2900",
            description = "Heap of each life process, in megabytes (${DEFAULT-VALUE}).")
    int heapMegabytes;

    @Option(names = "--home", description = "The folder for the servers' data, which is emptied first (.viva/load).")
    Path home;

    @Option(names = "--out", description = "The JSON file for all figures (report.json in the folder).")
    Path out;

    @Option(names = "--set", paramLabel = "<NAME=value>", description = "An environment variable of the services.")
    Map<String, String> environment = new LinkedHashMap<>();

    @Option(names = "--postgres", paramLabel = "<name=value>", description = "A setting of PostgreSQL.")
    Map<String, String> postgres = new LinkedHashMap<>();

    /** The settings of a PostgreSQL with some gigabytes to itself; fsync, synchronous_commit and full_page_writes are on. */
    private static Map<String, String> server() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("shared_buffers", "2GB");
        settings.put("max_wal_size", "16GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_compression", "on");
        settings.put("wal_buffers", "64MB");
        return settings;
    }

    Town town(Map<String, String> told) {
        Path root = root();
        Map<String, String> services = new TreeMap<>(told);
        services.putAll(environment);
        Map<String, String> server = server();
        server.putAll(postgres);
        return new Town(new TownPlan(root, folder(root), heapMegabytes, scale, services, server));
    }

    /** The repository, as {@code ./viva} names it in VIVA_ROOT; without it the current folder. */
    static Path root() {
        return Path.of(System.getenv().getOrDefault("VIVA_ROOT", ".")).toAbsolutePath();
    }

    private Path folder(Path root) {
        return (home == null ? root.resolve(HOME) : home).toAbsolutePath();
    }

    Path out(Town town) {
        return out == null ? town.home().resolve("report.json") : out;
    }

    /** A time of the day on the day that everything happens. */
    static WorldTime at(LocalTime time) {
        return new WorldTime(DAY.atTime(time).toInstant(ZoneOffset.UTC).toEpochMilli());
    }
}
