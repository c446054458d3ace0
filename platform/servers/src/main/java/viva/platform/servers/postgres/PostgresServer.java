package viva.platform.servers.postgres;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viva.platform.servers.LocalServer;
import viva.platform.servers.Ports;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.Command;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/** A private PostgreSQL 18 with password login (SCRAM) and UTF-8; the data survive a restart. */
public final class PostgresServer implements LocalServer {
    private static final String ADMIN = "viva_admin";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Path home;
    private final int port;
    private final Durability durability;
    private final Map<String, String> tuning;
    private final Path log;
    private final ServerProcess process;

    /**
     * @param home its folder, created when missing
     * @param port the port, or 0 for a free one
     */
    public PostgresServer(Path home, int port, Durability durability) {
        this(home, port, durability, Map.of());
    }

    /**
     * As {@link #PostgresServer(Path, int, Durability)}, for more than a laptop's world.
     *
     * @param tuning settings by their names in {@code postgresql.conf}; they win over ours
     */
    public PostgresServer(Path home, int port, Durability durability, Map<String, String> tuning) {
        this.home = home.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.durability = durability;
        this.tuning = Map.copyOf(tuning);
        this.log = this.home.resolve("postgres.log");
        // SIGINT is PostgreSQL's fast shutdown: it does not wait for its clients to leave.
        this.process = new ServerProcess(name(), this.home.resolve("postgres.pid"), log, StopSignal.INT, STOP_PATIENCE);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void start() {
        createFolder();
        process.stopLeftover();
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(home);
        Unprivileged way = Unprivileged.onThisMachine(home);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(binaries, way);
        }
        process.start(command(binaries, way), Map.of(), home);
        process.awaitReady(START_LIMIT, this::answers);
    }

    @Override
    public void wipe() {
        close();
        process.stopLeftover();
        PrivateFiles.deleteTree(data());
    }

    /** The administrator, connected to the database {@code postgres}. */
    public DatabaseAddress admin() {
        return new DatabaseAddress(
                "127.0.0.1", port, "postgres", ADMIN, password().value(), "");
    }

    @Override
    public URI url() {
        return admin().url();
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
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
    public void close() {
        process.stop();
    }

    /**
     * Whether a server below {@code home} is run by another user than this process: as root where namespaces are forbidden. That user
     * must be able to go through {@code home}.
     */
    public static boolean runsAsAnotherUser(Path home) {
        return Unprivileged.isSomebodyElse(home);
    }

    private Path data() {
        return home.resolve("data");
    }

    private Secret password() {
        return Secret.keptIn(home.resolve("password"));
    }

    private void createFolder() {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new ServerFailure("Cannot create " + home, e);
        }
    }

    private void initialise(PostgresBinaries binaries, Unprivileged way) {
        Path draft = home.resolve("data.part");
        Path passwordFile = home.resolve("password.initdb");
        PrivateFiles.deleteTree(draft);
        PrivateFiles.write(passwordFile, password().value());
        try {
            Files.createDirectory(draft);
            way.own(draft);
            way.own(passwordFile);
            List<String> words = new ArrayList<>(way.prefix());
            words.addAll(List.of(binaries.program("initdb").toString(), "--pgdata=" + draft, "--username=" + ADMIN));
            words.addAll(List.of("--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8"));
            // The built-in locale sorts and folds case alike on every operating system.
            words.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            words.addAll(durability.initdbOptions());
            new Command(words, Map.of(), home, log)
                    .runOrFail(START_LIMIT, "PostgreSQL could not create its data folder");
            Files.delete(passwordFile);
            Files.move(draft, data());
        } catch (IOException e) {
            throw new ServerFailure("PostgreSQL could not create its data folder in " + home, e);
        }
    }

    private List<String> command(PostgresBinaries binaries, Unprivileged way) {
        List<String> words = new ArrayList<>(way.prefix());
        words.addAll(List.of(binaries.program("postgres").toString(), "-D", data().toString()));
        Map<String, String> common = Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "200",
                "shared_buffers", "128MB",
                "timezone", "UTC",
                "log_timezone", "UTC");
        common.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        durability.settings().forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        tuning.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return words;
    }

    private boolean answers() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (Connection connection = admin().dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException starting) {
            return false;
        }
    }
}
