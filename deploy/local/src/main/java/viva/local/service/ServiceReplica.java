package viva.local.service;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import viva.local.home.WorldFolder;
import viva.local.startup.StartupCache;
import viva.local.supervision.Part;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/** One process of a service. */
public final class ServiceReplica implements Part {
    /** A start is bound by the processor, and a busy machine has little of it left; a service that cannot start ends by itself. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    /** A JVM that ends a training run writes down what it learned. */
    private static final Duration TRAINING_STOP_PATIENCE = Duration.ofMinutes(5);

    /** Megabytes; ours. */
    private static final int LARGEST_SMALL_HEAP = 1_024;

    /**
     * Six services share a laptop: one collector thread each, and the quick compiler alone. What the optimising one would save in three
     * minutes of 50 messages a second it takes for itself, most of it while everything starts (docs/benchmarks.md).
     */
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** A heap so large that one collector thread would stop for seconds is that of many lives, which are worth optimising. */
    private static final List<String> LARGE =
            List.of("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders", "-XX:+UseTransparentHugePages");

    private final ServiceName service;
    private final int number;
    private final ReplicaAddress address;
    private final Path jar;
    private final int heapMegabytes;
    private final boolean training;
    private final Path home;
    private final Path log;
    private final Map<String, String> environment;
    private final ServerProcess process;
    private final Readiness readiness;

    /**
     * @param number 1 for the first replica
     * @param address where it will answer
     * @param heapMegabytes the heap that it may use
     * @param training whether it makes its {@link StartupCache} when it stops, instead of using one
     * @param environment all that the process is told, its secrets among it
     */
    public ServiceReplica(
            ServiceName service,
            int number,
            ReplicaAddress address,
            Path jar,
            int heapMegabytes,
            boolean training,
            WorldFolder folder,
            Map<String, String> environment,
            HttpClient client) {
        this.service = service;
        this.number = number;
        this.address = address;
        this.jar = jar;
        this.heapMegabytes = heapMegabytes;
        this.training = training;
        this.home = folder.home();
        this.environment = Map.copyOf(environment);
        this.log = folder.log(name());
        this.process = new ServerProcess(
                name(),
                folder.pidFile(name()),
                log,
                StopSignal.TERM,
                training ? TRAINING_STOP_PATIENCE : STOP_PATIENCE);
        this.readiness = new Readiness(client, address.management());
    }

    @Override
    public String name() {
        return number == 1 ? service.text() : service.text() + "-" + number;
    }

    public ServiceName service() {
        return service;
    }

    public int number() {
        return number;
    }

    public URI url() {
        return address.url();
    }

    /** Where it tells how it is. */
    public URI management() {
        return address.management();
    }

    /** Starts it and returns when it is ready for requests. */
    @Override
    public void start() {
        process.stopLeftover();
        LogFile.limit(log);
        process.start(command(), environment, home);
        process.awaitReady(START_LIMIT, readiness::isReady);
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public OptionalInt exitCode() {
        return process.exitCode();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void stop() {
        process.stop();
    }

    /** What a replica with this program and this heap starts faster with. */
    public static StartupCache startupCache(Path jar, int heapMegabytes) {
        return StartupCache.of(jar, flags(heapMegabytes));
    }

    private List<String> command() {
        StartupCache cache = startupCache(jar, heapMegabytes);
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags(heapMegabytes));
        words.addAll(training ? cache.record() : cache.use());
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }

    private static List<String> flags(int heapMegabytes) {
        List<String> words = new ArrayList<>();
        words.add("-Xmx" + heapMegabytes + "m");
        words.addAll(heapMegabytes <= LARGEST_SMALL_HEAP ? SMALL : LARGE);
        words.add("-XX:+ExitOnOutOfMemoryError");
        words.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-Dio.netty.bootstrap.extensions=serviceload"));
        return words;
    }
}
