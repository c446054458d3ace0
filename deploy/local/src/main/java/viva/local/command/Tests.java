package viva.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import viva.local.home.WorldFolder;
import viva.local.home.WorldLock;
import viva.local.terminal.Terminal;
import viva.platform.servers.LocalServer;
import viva.platform.servers.ServerAddresses;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/** Builds and tests everything, on one set of servers for the whole build. */
@Command(name = "test", description = "Build and test everything; further words go to Maven.")
public final class Tests implements Callable<Integer> {
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_NEIGHBOURS = 64;
    private static final int SLOWEST = 10;

    /** Tests wait for servers more than they compute, so there are more modules under way than processors. */
    private static final String THREADS = "1.5C";

    private final Context context;
    private final Builds builds = new Builds();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Run all tests N times, and say which failed how often.")
    private int rounds = 1;

    @Option(names = "--busy", paramLabel = "M", description = "Run M processes beside them that burn a core each.")
    private int busy;

    @Option(names = "--seed", paramLabel = "S", description = "The order of classes and methods of an earlier run.")
    private Integer seed;

    @Unmatched
    private List<String> words = new ArrayList<>();

    public Tests(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireIn("--repeat", rounds, 1, MOST_ROUNDS);
        requireIn("--busy", busy, 0, MOST_NEIGHBOURS);
        WorldFolder folder = new WorldFolder(context.folder().testServers());
        WorldLock lock = WorldLock.take(folder)
                .orElseThrow(
                        () -> new ServerFailure("Tests run already, with their servers in " + folder.home() + "."));
        PostgresServer postgres = new PostgresServer(folder.postgres(), 0, Durability.FORGET);
        RabbitServer rabbit = new RabbitServer(folder.rabbitmq(), 0);
        RedisServer redis = new RedisServer(folder.redis(), 0);
        List<LocalServer> servers = List.of(postgres, redis, rabbit);
        Neighbours neighbours = new Neighbours(busy);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(servers, neighbours, lock)));
        for (LocalServer server : servers) {
            context.terminal().step(server.name(), "ready", () -> {
                server.wipe();
                server.start();
            });
        }
        Path addresses = folder.home().resolve("addresses.properties");
        new ServerAddresses(postgres.url(), rabbit.url(), rabbit.managementUrl(), redis.url()).write(addresses);
        return runAll(addresses);
    }

    private int runAll(Path addresses) throws IOException, InterruptedException {
        Map<String, Integer> failures = new TreeMap<>();
        int worst = 0;
        for (int round = 1; round <= rounds; round++) {
            int order = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
            context.terminal()
                    .say("Round %d of %d, order %d (./viva test --seed %3$d repeats it)"
                            .formatted(round, rounds, order));
            Instant begun = Instant.now();
            int built = build(addresses, order);
            if (builds.isClosed()) {
                return Builds.STOPPED;
            }
            TestReport report = TestReport.read(context.settings().root(), FileTime.from(begun));
            List<String> failed = report.failed(built);
            worst = Math.max(worst, failed.isEmpty() ? 0 : 1);
            failed.forEach(test -> failures.merge(test, 1, Integer::sum));
            tell(report, Duration.between(begun, Instant.now()));
        }
        tell(failures);
        return worst;
    }

    /** A test that fails does not keep the other modules from being tested: Maven's word is about the build alone. */
    private int build(Path addresses, int order) throws IOException, InterruptedException {
        Path root = context.settings().root();
        List<String> command = new ArrayList<>(List.of(
                root.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-T",
                THREADS,
                "-Dmaven.test.failure.ignore=true",
                "-Dviva.test.seed=" + order,
                "verify"));
        if (words.isEmpty()) {
            command.add("-Dviva.native-sources.skip=false");
        }
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put(ServerAddresses.TEST_SERVERS, addresses.toString());
        return builds.run(builder);
    }

    private void tell(TestReport report, Duration taken) {
        Terminal terminal = context.terminal();
        terminal.say("");
        terminal.say("%d tests, %d failed, %d min %02d s. The slowest classes:"
                .formatted(report.tests(), report.failed().size(), taken.toMinutes(), taken.toSecondsPart()));
        report.classes().stream()
                .limit(SLOWEST)
                .forEach(each -> terminal.say("  %6.1f s  %s".formatted(each.seconds(), each.name())));
    }

    private void tell(Map<String, Integer> failures) {
        failures.forEach((test, count) ->
                context.terminal().say("  failed in %d of %d rounds: %s".formatted(count, rounds, test)));
        if (failures.isEmpty() && rounds > 1) {
            context.terminal().say("No test failed in %d rounds.".formatted(rounds));
        }
    }

    private static void requireIn(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ServerFailure("%s must be in [%d,%d]: %d".formatted(option, least, most, value));
        }
    }

    /** Whatever ends this program ends Maven and the tests first: they use the servers. */
    private void close(List<LocalServer> servers, Neighbours neighbours, WorldLock lock) {
        neighbours.close();
        builds.close();
        for (LocalServer server : servers) {
            try {
                server.close();
            } catch (ServerFailure failure) {
                context.terminal().complain(failure.getMessage());
            }
        }
        lock.close();
    }
}
