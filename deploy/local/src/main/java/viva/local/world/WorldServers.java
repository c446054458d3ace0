package viva.local.world;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.supervision.Part;
import viva.platform.servers.LocalServer;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Durability;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.servers.redis.RedisServer;

/** PostgreSQL, Redis and RabbitMQ of a world: those that the settings name, and private ones for the others. */
final class WorldServers {
    private static final String DATABASE = "viva";

    private final Settings settings;
    private final Optional<PostgresServer> postgres;
    private final Optional<RedisServer> redis;
    private final Optional<RabbitServer> rabbit;

    WorldServers(Settings settings, WorldFolder folder) {
        this.settings = settings;
        this.postgres = settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(new PostgresServer(folder.postgres(), 0, Durability.KEEP));
        this.redis = settings.server("REDIS_URL").isPresent()
                ? Optional.empty()
                : Optional.of(new RedisServer(folder.redis(), 0));
        this.rabbit = settings.server("RABBITMQ_URL").isPresent()
                ? Optional.empty()
                : Optional.of(new RabbitServer(folder.rabbitmq(), 0));
    }

    /** The private ones. */
    List<LocalServer> local() {
        List<LocalServer> local = new ArrayList<>();
        postgres.ifPresent(local::add);
        redis.ifPresent(local::add);
        rabbit.ifPresent(local::add);
        return local;
    }

    List<Part> parts() {
        return local().stream().map(Part::of).toList();
    }

    /** The private broker, if there is one. */
    List<Part> broker() {
        return rabbit.stream().map(Part::of).toList();
    }

    /** The private stores. */
    List<Part> stores() {
        return Stream.concat(postgres.stream(), redis.stream()).map(Part::of).toList();
    }

    /** Whether the world's data are on this machine, and so are ours to fill and to delete. */
    boolean hasLocalDatabase() {
        return postgres.isPresent();
    }

    /** The administrator of the world's database; a private one is created when missing. */
    DatabaseAddress database() {
        return postgres.map(server -> new Schemas(server.admin()).createDatabase(DATABASE))
                .or(settings::database)
                .orElseThrow();
    }

    URI rabbitmq() {
        return rabbit.map(RabbitServer::url)
                .or(() -> settings.server("RABBITMQ_URL"))
                .orElseThrow();
    }

    /** Empty when RabbitMQ was given. */
    Optional<URI> rabbitmqManagement() {
        return rabbit.map(RabbitServer::managementUrl);
    }

    URI redis() {
        return redis.map(RedisServer::url)
                .or(() -> settings.server("REDIS_URL"))
                .orElseThrow();
    }
}
