package viva.load.town;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import viva.contracts.WorldTime;
import viva.load.broker.QueueLengths;
import viva.local.home.WorldFolder;
import viva.local.service.ReplicaAddress;
import viva.local.service.ServiceName;
import viva.local.service.ServiceReplica;
import viva.platform.servers.Ports;
import viva.platform.servers.Secret;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/** A world to be measured: a private PostgreSQL, RabbitMQ and Redis, avatars with a past, and the packaged services that a benchmark asks for. */
public final class Town implements AutoCloseable {
    /** The seed of the world: two runs live the same lives. */
    private static final long SEED = 7;

    private static final String DATABASE = "viva";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final TownPlan plan;
    private final WorldFolder folder;
    private final PostgresServer postgres;
    private final RabbitServer rabbit;
    private final RedisServer redis;
    private final Map<ServiceName, DatabaseAddress> addresses = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, Integer> ports = new EnumMap<>(ServiceName.class);
    private final List<ServiceReplica> running = new ArrayList<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private DatabaseAddress admin;

    /** A town without data, whose servers run. */
    public Town(TownPlan plan) {
        this.plan = plan;
        this.folder = new WorldFolder(plan.home());
        this.postgres = new PostgresServer(folder.postgres(), 0, Durability.KEEP, plan.postgres());
        this.rabbit = new RabbitServer(folder.rabbitmq(), 0);
        this.redis = new RedisServer(folder.redis(), 0);
    }

    /** Starts the servers on empty folders. */
    public void found() {
        postgres.wipe();
        rabbit.wipe();
        redis.wipe();
        postgres.start();
        rabbit.start();
        redis.start();
        new BrokerRooms(rabbit.url()).declare();
        admin = new Schemas(postgres.admin()).createDatabase(DATABASE);
        for (ServiceName service : ServiceName.values()) {
            Secret password = Secret.keptIn(folder.secret("database-" + service.text()));
            addresses.put(service, new Schemas(admin).provide(service.text(), service.text(), password.value()));
            ports.put(service, Ports.free());
        }
    }

    /** Has the life service make its tables, and fills them with avatars that have lived until {@code begin}; the world stands still there. */
    public void settle(int avatars, WorldTime begin) {
        ServiceReplica migrating = start(ServiceName.LIFE);
        stop(migrating);
        new Settlement(life(), SEED).settle(avatars, begin);
        clock().set(SEED, begin, plan.scale());
        new Upkeep(database()).afterLoading();
    }

    /** Makes the settled avatars known to the services that keep a register of their own; these run afterwards. */
    public void register() {
        for (ServiceName service : List.of(ServiceName.AVATAR, ServiceName.RELATIONSHIP, ServiceName.MATCHMAKER)) {
            stop(start(service));
        }
        new Registration(database()).registerAll();
    }

    /** How many messages each durable queue holds. */
    public Map<String, Long> queues() {
        return new QueueLengths(rabbit.managementUrl(), rabbit.url()).now();
    }

    /** Starts one more process of a service and returns when it is ready. */
    public ServiceReplica start(ServiceName service) {
        int number = 1
                + (int) running.stream()
                        .filter(replica -> replica.service() == service)
                        .count();
        int port = number == 1 ? ports.get(service) : Ports.free();
        int managementPort = Ports.free();
        ServiceReplica replica = new ServiceReplica(
                service,
                number,
                new ReplicaAddress(at(port), at(managementPort)),
                service.jar(plan.root()),
                service == ServiceName.LIFE ? plan.heapMegabytes() : service.heapMegabytes(),
                false,
                folder,
                environment(service, port, managementPort),
                client);
        running.add(replica);
        replica.start();
        return replica;
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Map<String, String> environment(ServiceName service, int port, int managementPort) {
        Map<String, String> environment = new TreeMap<>(plan.environment());
        environment.put("PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put("RABBITMQ_URL", rabbit.url().toString());
        environment.put("REDIS_URL", redis.url().toString());
        ports.forEach((other, of) -> environment.put(other.urlVariable(), at(of).toString()));
        environment.put("DATABASE_URL", addresses.get(service).url().toString());
        if (service == ServiceName.GATEWAY) {
            environment.put(
                    "SECRET_KEY_BASE",
                    Secret.keptIn(folder.secret("secret-key-base")).value()
                            + Secret.keptIn(folder.secret("secret-key-base-2")).value());
            environment.put("VIVA_GATEWAY_MAIL_FOLDER", folder.mail().toString());
        }
        return environment;
    }

    public void stop(ServiceReplica replica) {
        replica.stop();
        running.remove(replica);
    }

    /** Ends a process without a word, as a power cut would. */
    public void kill(ServiceReplica replica) {
        ProcessHandle.of(replica.pid()).ifPresent(ProcessHandle::destroyForcibly);
        running.remove(replica);
    }

    public Clock clock() {
        return new Clock(life());
    }

    /** The life service's own room in the database. */
    public DataSource life() {
        return room(ServiceName.LIFE);
    }

    /** A service's own room in the database. */
    public DataSource room(ServiceName service) {
        return addresses.get(service).dataSource();
    }

    /** The broker. */
    public URI broker() {
        return rabbit.url();
    }

    /** The administrator's view of the database. */
    public DataSource database() {
        return admin.dataSource();
    }

    /** The processes of the town by name, each with all its children. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = new TreeMap<>();
        running.forEach(replica ->
                ProcessHandle.of(replica.pid()).ifPresent(process -> processes.put(replica.name(), process)));
        ProcessHandle.of(postgres.pid()).ifPresent(process -> processes.put("postgres", process));
        ProcessHandle.of(rabbit.pid()).ifPresent(process -> processes.put("rabbitmq", process));
        ProcessHandle.of(redis.pid()).ifPresent(process -> processes.put("redis", process));
        return processes;
    }

    public List<ServiceReplica> lives() {
        return running.stream()
                .filter(replica -> replica.service() == ServiceName.LIFE)
                .toList();
    }

    public Path home() {
        return folder.home();
    }

    @Override
    public void close() {
        List.copyOf(running).reversed().forEach(this::stop);
        redis.close();
        rabbit.close();
        postgres.close();
    }
}
