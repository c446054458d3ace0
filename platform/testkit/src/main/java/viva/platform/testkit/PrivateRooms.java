package viva.platform.testkit;

import java.net.URI;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.servers.postgres.Schemas;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitManagement;

/** What one run of a service has for itself on the shared servers: a database and a virtual host of RabbitMQ. */
public final class PrivateRooms implements AutoCloseable {
    private final String id =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final String database = "viva_test_" + id;
    private final String virtualHost = "test-" + id;
    private boolean hasDatabase;
    private boolean hasVirtualHost;
    private String role = "";

    /** Creates the database, with the schema {@code service} for a role of its own whose search path is that schema. */
    public DatabaseAddress database(String service) {
        DatabaseAddress admin = DatabaseAddress.of(TestServers.postgres().toString());
        DatabaseAddress own = new Schemas(admin).createDatabase(database);
        hasDatabase = true;
        role = service + "_" + id;
        return new Schemas(own).provide(service, role, id);
    }

    /** Creates the virtual host with VIVA's exchanges and queues, and returns its {@code amqp://…} address. */
    public URI broker() {
        new RabbitManagement(TestServers.rabbitmqManagement()).createVirtualHost(virtualHost);
        hasVirtualHost = true;
        URI address = TestServers.rabbitmq().resolve("/" + virtualHost);
        new BrokerRooms(address).declare();
        return address;
    }

    /** Drops them again, whoever still uses them. */
    @Override
    public void close() {
        if (hasDatabase) {
            Schemas schemas =
                    new Schemas(DatabaseAddress.of(TestServers.postgres().toString()));
            schemas.dropDatabase(database);
            schemas.dropRole(role);
        }
        if (hasVirtualHost) {
            new RabbitManagement(TestServers.rabbitmqManagement()).deleteVirtualHost(virtualHost);
        }
    }
}
