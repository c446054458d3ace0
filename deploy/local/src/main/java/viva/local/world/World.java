package viva.local.world;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import viva.local.home.WorldFolder;
import viva.local.home.WorldPrivacy;
import viva.local.service.ServiceName;
import viva.local.service.ServiceReplica;
import viva.local.settings.Settings;
import viva.local.startup.StartupCache;
import viva.local.supervision.Part;
import viva.local.supervision.Supervisor;
import viva.local.terminal.Terminal;
import viva.platform.servers.LocalServer;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.PostgresServer;

/** A world on this machine: three servers, six services, and the launcher that minds them. */
public final class World implements AutoCloseable {
    /** A start that takes longer is worth a word. */
    private static final Duration SLOW = Duration.ofMinutes(1);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final Settings settings;
    private final WorldFolder folder;
    private final Terminal terminal;
    private final PortPlan ports;
    private final WorldServers servers;
    private final WorldBroker broker;
    private final ServiceEnvironment environment;
    private final WorldRecord record;
    private final Supervisor supervisor;
    private final boolean training;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile Thread starter;
    private volatile boolean closing;
    private volatile Map<ServiceName, DatabaseAddress> databases = Map.of();
    private volatile List<ServiceReplica> replicas = List.of();

    /** @param replicaCounts how many processes of each service; one when absent */
    public World(Settings settings, WorldFolder folder, Terminal terminal, Map<ServiceName, Integer> replicaCounts) {
        this(settings, folder, terminal, replicaCounts, false);
    }

    /** @param training whether its services write down at their end what makes later starts faster */
    World(
            Settings settings,
            WorldFolder folder,
            Terminal terminal,
            Map<ServiceName, Integer> replicaCounts,
            boolean training) {
        this.training = training;
        this.settings = settings;
        this.folder = folder;
        this.terminal = terminal;
        this.ports = new PortPlan(settings, replicaCounts);
        this.servers = new WorldServers(settings, folder);
        this.broker = new WorldBroker(settings, folder, servers);
        this.environment = new ServiceEnvironment(settings, folder, ports, servers, broker);
        this.record = new WorldRecord(folder, servers);
        this.supervisor = new Supervisor(terminal, this::writeRecord);
    }

    /** A sentence for each port that such a world would need and another program has. */
    public static List<String> takenPorts(Settings settings, Map<ServiceName, Integer> replicaCounts) {
        return new PortPlan(settings, replicaCounts).taken().toList();
    }

    /** Deletes the data, so that the world begins anew. */
    public void wipe() {
        servers.local().forEach(LocalServer::wipe);
        try {
            Files.deleteIfExists(folder.demoMark());
        } catch (IOException e) {
            throw new ServerFailure("Cannot delete " + folder.demoMark(), e);
        }
    }

    /** Starts everything and returns when it is ready. */
    public void start() {
        starter = Thread.currentThread();
        try {
            startParts();
        } finally {
            startEnded.countDown();
        }
    }

    private void startParts() {
        requireBuilt();
        WorldPrivacy.protect(folder, servers.hasLocalDatabase() && PostgresServer.runsAsAnotherUser(folder.home()));
        Leftovers.stop(folder);
        ports.check();
        // A broker with data takes as long to come up as the services do, and they wait for it by themselves.
        if (!broker.hasUsers()) {
            terminal.say("RABBITMQ_URL is no administrator's: all services use its user, with all its rights.");
        }
        Parallel.run(List.<Runnable>of(this::startBroker, this::startStoresAndServices), Runnable::run);
        writeRecord();
        servers.parts().forEach(supervisor::watch);
        replicas.forEach(supervisor::watch);
    }

    private void startBroker() {
        servers.broker().forEach(this::startPart);
        terminal.step("Queues", "ready", () -> broker.prepare().remarks().forEach(terminal::say));
    }

    private void startStoresAndServices() {
        Parallel.run(servers.stores(), this::startPart);
        terminal.step("Database", "ready", () -> databases = environment.provide(servers.database()));
        replicas = planReplicas();
        Parallel.run(replicas, this::startPart);
    }

    private void startPart(Part part) {
        AtomicBoolean ready = new AtomicBoolean();
        CompletableFuture.delayedExecutor(SLOW.toSeconds(), TimeUnit.SECONDS).execute(() -> {
            if (!ready.get() && !closing) {
                terminal.say("  %s is still starting; its log is %s".formatted(part.name(), part.log()));
            }
        });
        terminal.step(part.name(), "ready", () -> {
            try {
                part.start();
            } finally {
                ready.set(true);
            }
        });
    }

    /** Stops the services one after the other, each with the memory of the machine to itself; they are not started again. */
    void stopServices() {
        supervisor.close();
        replicas.reversed().forEach(Part::stop);
    }

    /** Ends the services at once, whatever they do; {@link #close()} ends the rest. */
    void abandonServices() {
        closing = true;
        awaitStartEnd();
        supervisor.close();
        replicas.forEach(replica -> ProcessHandle.of(replica.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Whether every service has what it starts faster with. */
    public boolean isTrained() {
        return startupCaches().stream().allMatch(StartupCache::exists);
    }

    /** What the services start faster with, one of each. */
    List<StartupCache> startupCaches() {
        return Arrays.stream(ServiceName.values())
                .map(service ->
                        ServiceReplica.startupCache(service.jar(settings.root()), settings.heapMegabytes(service)))
                .toList();
    }

    /** Where people enter it. */
    public URI url() {
        return ports.entrance();
    }

    /** Whether its data are on this machine. */
    public boolean isLocal() {
        return servers.hasLocalDatabase();
    }

    /** Stops everything, the gateway first and the servers last. */
    @Override
    public void close() {
        closing = true;
        awaitStartEnd();
        supervisor.close();
        List<Part> running = new ArrayList<>(replicas);
        Parallel.run(running.reversed(), Part::stop);
        Parallel.run(servers.parts(), Part::stop);
        try {
            Files.deleteIfExists(folder.record());
        } catch (IOException e) {
            throw new ServerFailure("Cannot delete " + folder.record(), e);
        }
    }

    /** Whether any part of it runs. */
    public boolean isRunning() {
        return Stream.concat(servers.parts().stream(), replicas.stream()).anyMatch(Part::isRunning);
    }

    /** Whether somebody has asked to stop it. */
    public boolean isClosing() {
        return closing;
    }

    /** A start that goes on in another thread would start parts behind our back. */
    private void awaitStartEnd() {
        Thread starting = starter;
        if (starting == null || startEnded.getCount() == 0) {
            return;
        }
        starting.interrupt();
        try {
            startEnded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireBuilt() {
        for (ServiceName service : ServiceName.values()) {
            if (!Files.exists(service.jar(settings.root()))) {
                throw new ServerFailure("The %s service is not built: %s is missing."
                        .formatted(service.text(), service.jar(settings.root())));
            }
        }
    }

    private List<ServiceReplica> planReplicas() {
        List<ServiceReplica> plan = new ArrayList<>();
        for (ServiceName service : ServiceName.startOrder()) {
            for (int number = 1; number <= ports.replicas(service); number++) {
                plan.add(new ServiceReplica(
                        service,
                        number,
                        ports.address(service, number),
                        service.jar(settings.root()),
                        settings.heapMegabytes(service),
                        training,
                        folder,
                        environment.of(service, number, databases.get(service)),
                        client));
            }
        }
        return plan;
    }

    private synchronized void writeRecord() {
        record.write("running", url().toString(), databases, replicas);
    }
}
