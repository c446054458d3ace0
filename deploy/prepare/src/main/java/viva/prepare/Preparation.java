package viva.prepare;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitManagement;

/**
 * Gives every service its role and schema at PostgreSQL and its user at RabbitMQ, and declares the topology. All of it may be
 * repeated: what exists is brought up to date.
 *
 * <p>An administrator's {@code DATABASE_URL} and {@code RABBITMQ_URL} say where. {@code LIFE_DATABASE_URL} and
 * {@code LIFE_RABBITMQ_URL} (and so on) say what the services will log in with; where such a name is absent, a password is made up
 * and the address written to the folder that {@code VIVA_ROOMS} names.
 */
public final class Preparation {
    static final List<String> SERVICES = List.of("avatar", "gateway", "life", "llm", "matchmaker", "relationship");

    private static final String DATABASE = "DATABASE_URL";
    private static final String BROKER = "RABBITMQ_URL";

    private final Given given;
    private final Optional<Rooms> rooms;
    private final Consumer<String> say;

    /**
     * A preparation that is not done yet.
     *
     * @param say takes the sentences that tell what was done
     */
    public Preparation(Given given, Consumer<String> say) {
        this.given = given;
        this.rooms = given.get("VIVA_ROOMS").map(Path::of).map(Rooms::new);
        this.say = say;
    }

    /**
     * Does it all.
     *
     * @throws ServerFailure when a server is away or refuses, or a name is missing or malformed
     */
    public void run() {
        prepareDatabase();
        prepareBroker();
        rooms.ifPresent(Rooms::keepSecretKeyBase);
        rooms.ifPresent(Rooms::keepInternalKey);
    }

    private void prepareDatabase() {
        DatabaseAddress admin = database(DATABASE, given.require(DATABASE));
        Schemas schemas = new Schemas(admin);
        for (String service : SERVICES) {
            String name = nameOf(service, DATABASE);
            Optional<DatabaseAddress> own = given.get(name).map(url -> database(name, url));
            own.ifPresent(address -> requireUser(name, address.user(), service));
            String password = own.map(DatabaseAddress::password).orElseGet(() -> madeUp(service, "database", name));
            DatabaseAddress address = schemas.provide(service, service, password);
            if (own.isEmpty()) {
                write(service, DATABASE, address.url());
            }
        }
        say.accept("PostgreSQL: a role and a schema for each service");
    }

    private void prepareBroker() {
        URI admin = broker(BROKER, given.require(BROKER));
        RabbitManagement management = given.get("RABBITMQ_MANAGEMENT_URL")
                .map(url -> new RabbitManagement(URI.create(url)))
                .or(() -> RabbitManagement.beside(admin))
                .filter(RabbitManagement::isAdministrator)
                .orElseThrow(() -> new ServerFailure(
                        "RABBITMQ_URL must be an administrator's whose management API answers on port 15672,"
                                + " or RABBITMQ_MANAGEMENT_URL must name one (http://user:password@host:port)."));
        BrokerRooms broker = new BrokerRooms(admin);
        for (String service : SERVICES) {
            String name = nameOf(service, BROKER);
            Optional<String[]> own = given.get(name).map(url -> login(name, url));
            own.ifPresent(login -> requireUser(name, login[0], service));
            String password = own.map(login -> login[1]).orElseGet(() -> madeUp(service, "broker", name));
            URI address = broker.provide(management, service, password);
            if (own.isEmpty()) {
                write(service, BROKER, address);
            }
        }
        List<String> remarks = broker.declare().remarks();
        say.accept("RabbitMQ: a user for each service, exchanges and queues");
        remarks.forEach(say);
    }

    private void write(String service, String name, URI address) {
        rooms.orElseThrow().write(service, name, address.toString());
    }

    private String madeUp(String service, String kind, String name) {
        return rooms.orElseThrow(() -> new ServerFailure("%s is missing, and so is VIVA_ROOMS".formatted(name)))
                .password(service, kind)
                .value();
    }

    private static String nameOf(String service, String url) {
        return service.toUpperCase(Locale.ROOT) + "_" + url;
    }

    private static DatabaseAddress database(String name, String url) {
        try {
            return DatabaseAddress.of(url);
        } catch (IllegalArgumentException e) {
            throw new ServerFailure(name + " " + e.getMessage(), e);
        }
    }

    private static URI broker(String name, String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new ServerFailure(name + " must be like amqp://user:password@host:port/vhost", e);
        }
    }

    private static String[] login(String name, String url) {
        String user = broker(name, url).getUserInfo();
        if (user == null || !user.contains(":")) {
            throw new ServerFailure(name + " must be like amqp://user:password@host:port/vhost");
        }
        return user.split(":", 2);
    }

    /** Roles and users are named as their services, so that every deployment has the same rights. */
    private static void requireUser(String name, String user, String service) {
        if (!user.equals(service)) {
            throw new ServerFailure("%s must be for the user %s, not %s".formatted(name, service, user));
        }
    }
}
