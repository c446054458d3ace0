package viva.platform.servers.rabbitmq;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import viva.platform.servers.LocalServer;
import viva.platform.servers.Ports;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.Secret;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.Command;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/**
 * A private node of the machine's RabbitMQ with its management plugin, apart from any RabbitMQ that runs as a service. A
 * Debian machine without RabbitMQ gets it installed (as root) or unpacked into our folder.
 */
public final class RabbitServer implements LocalServer {
    /**
     * What quorum queues write ahead, in bytes, until it is moved into the queues' own files: so much of their messages stays in memory, read or
     * not. RabbitMQ's own 512 MB are for servers (its memory guide, "Quorum Queues").
     */
    private static final int LOG_BYTES = 16 << 20;

    private static final String USER = "viva";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration ELECTION_LIMIT = Duration.ofMinutes(1);
    private static final String NODE = "viva@localhost";

    /** Schedulers that have nothing to do give the processor to the others at once; the source is rabbitmq.com/docs/runtime. */
    private static final String NO_BUSY_WAITING = "+sbwt none +sbwtdcpu none +sbwtdio none";

    /** Makes each queue without a leader elect one, and prints their names. */
    private static final String ELECTION =
            "[{Name, ra:trigger_election({Name, node()})} || {Name, follower} <- ets:tab2list(ra_state)].";

    private final Path home;
    private final int port;
    private final int managementPort;
    private final int distributionPort;
    private final int epmdPort;
    private final Path log;
    private final CleanStop cleanStop;
    private final ServerProcess epmd;
    private final ServerProcess node;

    /**
     * @param home its folder, created when missing
     * @param port the AMQP port, or 0 for a free one
     */
    public RabbitServer(Path home, int port) {
        this.home = home.toAbsolutePath();
        this.port = Ports.orFree(port);
        this.managementPort = Ports.free();
        this.distributionPort = Ports.free();
        this.epmdPort = Ports.free();
        this.log = this.home.resolve("rabbitmq.log");
        this.cleanStop = new CleanStop(this.home.resolve("stopped"));
        this.epmd = new ServerProcess(
                "Erlang's port mapper", this.home.resolve("epmd.pid"), log, StopSignal.TERM, Duration.ofSeconds(5));
        this.node = new ServerProcess(name(), this.home.resolve("node.pid"), log, StopSignal.TERM, STOP_PATIENCE);
    }

    /** The start script of the machine's RabbitMQ; empty when a start would have to obtain one. */
    public static Optional<Path> installed() {
        return RabbitInstallation.find().map(RabbitInstallation::server);
    }

    @Override
    public String name() {
        return "RabbitMQ";
    }

    @Override
    public void start() {
        boolean endedByItself = cleanStop.take();
        boolean killed = Files.exists(home.resolve("data").resolve(NODE)) && !endedByItself;
        writeConfiguration();
        node.stopLeftover();
        epmd.stopLeftover();
        RabbitInstallation installation = RabbitInstallation.find()
                .or(() -> new DebianPackages(home, log).obtain())
                .orElseThrow(() -> new ServerFailure("No RabbitMQ on this machine: install it (apt-get install"
                        + " rabbitmq-server, brew install rabbitmq) or set RABBITMQ_URL."));
        Map<String, String> environment = environment(installation);
        epmd.start(
                List.of(installation.epmd().toString(), "-port", Integer.toString(epmdPort), "-address", "127.0.0.1"),
                environment,
                home);
        epmd.awaitReady(START_LIMIT, () -> Ports.answers(epmdPort));
        node.start(List.of(installation.server().toString()), environment, home);
        RabbitManagement management = new RabbitManagement(managementUrl());
        node.awaitReady(START_LIMIT, () -> Ports.answers(port) && management.answers());
        if (killed) {
            electLeaders(installation);
        }
    }

    /**
     * RabbitMQ notes the name of a new quorum queue on disk up to a second late (until rabbitmq/ra#443; Debian's 3.10 is older).
     * A node that is killed before starts again with a queue that is empty and a follower which never stands for election: it
     * confirms no publish, and who consumes or purges waits in vain (a purge for 30 s, then INTERNAL_ERROR), after every further
     * start too. This node is alone, so the follower wins when it is told to stand. What the queue was given in that second is
     * lost. A node that ended by itself has noted all names, so it is spared the question, which takes an Erlang machine of its own.
     */
    private void electLeaders(RabbitInstallation installation) {
        try {
            var _ = control(installation, ELECTION).run(ELECTION_LIMIT);
        } catch (ServerFailure _) {
            // Hardly ever does a queue need it, so a node that cannot be asked in time is no reason to do without the
            // node.
        }
    }

    private Command control(RabbitInstallation installation, String expression) {
        List<String> words = List.of(installation.control().toString(), "--quiet", "eval", expression);
        return new Command(words, environment(installation), home, log);
    }

    /** Has the running node evaluate an expression of Erlang, for tests of what a broker does in an emergency. */
    public void evaluate(String expression) {
        RabbitInstallation installation = RabbitInstallation.find().orElseThrow();
        control(installation, expression).runOrFail(ELECTION_LIMIT, "The node did not evaluate: " + expression);
    }

    @Override
    public void wipe() {
        close();
        node.stopLeftover();
        epmd.stopLeftover();
        PrivateFiles.deleteTree(home.resolve("data"));
    }

    @Override
    public URI url() {
        return URI.create(
                "amqp://%s:%s@127.0.0.1:%d/%%2F".formatted(USER, password().value(), port));
    }

    /** The management API and page, with credentials: a secret. */
    public URI managementUrl() {
        return URI.create("http://%s:%s@127.0.0.1:%d".formatted(USER, password().value(), managementPort));
    }

    @Override
    public boolean isRunning() {
        return node.isRunning();
    }

    @Override
    public long pid() {
        return node.pid();
    }

    @Override
    public List<Long> processes() {
        return List.of(node.pid(), epmd.pid());
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void close() {
        node.stop();
        if (node.exitCode().equals(OptionalInt.of(0))) {
            cleanStop.note();
        }
        epmd.stop();
    }

    private Secret password() {
        return Secret.keptIn(home.resolve("password"));
    }

    private void writeConfiguration() {
        try {
            Files.createDirectories(home.resolve("data"));
            PrivateFiles.write(home.resolve("rabbitmq.conf"), """
                    listeners.tcp.1 = 127.0.0.1:%d
                    management.tcp.ip = 127.0.0.1
                    management.tcp.port = %d
                    default_user = %s
                    default_pass = %s
                    log.console = true
                    log.console.level = info
                    log.file = false
                    disk_free_limit.absolute = 50MB
                    raft.wal_max_size_bytes = %d
                    """.formatted(
                            port, managementPort, USER, password().value(), LOG_BYTES));
            PrivateFiles.write(home.resolve("enabled_plugins"), "[rabbitmq_management].\n");
        } catch (IOException e) {
            throw new ServerFailure("Cannot write RabbitMQ's configuration in " + home, e);
        }
    }

    private Map<String, String> environment(RabbitInstallation installation) {
        Map<String, String> environment = new HashMap<>(installation.environment());
        environment.put("HOME", home.toString());
        // Makes the start script replace itself by the node, so that our pid and our signal are the node's own.
        environment.put("RUNNING_UNDER_SYSTEMD", "true");
        environment.put("RABBITMQ_CONF_ENV_FILE", "/dev/null");
        environment.put("RABBITMQ_NODENAME", NODE);
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(port));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(distributionPort));
        environment.put("ERL_EPMD_PORT", Integer.toString(epmdPort));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_MNESIA_BASE", home.resolve("data").toString());
        environment.put("RABBITMQ_LOG_BASE", home.resolve("logs").toString());
        environment.put("RABBITMQ_PID_FILE", home.resolve("data/node.pid").toString());
        environment.put("RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE", home.resolve("enabled_plugins").toString());
        environment.put(
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1} " + NO_BUSY_WAITING);
        return environment;
    }
}
