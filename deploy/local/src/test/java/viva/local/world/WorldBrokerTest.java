package viva.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.home.WorldFolder;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.rabbitmq.BrokerRooms;
import viva.platform.servers.rabbitmq.RabbitManagement;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

class WorldBrokerTest {
    private static final OwnServers SERVERS = new OwnServers("world-broker");
    private static RabbitServer rabbit;

    @TempDir
    Path root;

    @BeforeAll
    static void start() {
        rabbit = SERVERS.rabbitmq();
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @Test
    void at_an_administrators_broker_each_service_has_a_user_that_works_and_keeps_its_password() throws Exception {
        WorldBroker broker = given(rabbit.url());

        broker.prepare();

        assertThat(broker.hasUsers()).isTrue();
        for (ServiceName service : ServiceName.values()) {
            URI url = broker.url(service);
            assertThat(url.getUserInfo()).startsWith(service.text() + ":");
            assertThat(url).isEqualTo(given(rabbit.url()).url(service));
            assertThat(hasEvents(url)).isTrue();
        }
    }

    @Test
    void at_a_broker_that_knows_us_as_somebody_less_all_services_use_that_user() throws Exception {
        RabbitManagement management = new RabbitManagement(rabbit.managementUrl());
        management.putUser("somebody", "less");
        management.putPermissions("/", "somebody", """
                {"configure":".*","write":".*","read":".*"}""");
        URI url = new BrokerRooms(rabbit.url()).as("somebody", "less");
        WorldBroker broker = given(url);

        broker.prepare();

        assertThat(broker.hasUsers()).isFalse();
        assertThat(ServiceName.values())
                .allSatisfy(service -> assertThat(broker.url(service)).isEqualTo(url));
        assertThat(hasEvents(url)).isTrue();
    }

    private WorldBroker given(URI url) {
        String management = "http://%s@127.0.0.1:%d"
                .formatted(url.getUserInfo(), rabbit.managementUrl().getPort());
        Settings settings =
                Settings.of(root, Map.of("RABBITMQ_URL", url.toString(), "RABBITMQ_MANAGEMENT_URL", management));
        WorldFolder folder = new WorldFolder(root.resolve("world"));
        return new WorldBroker(settings, folder, new WorldServers(settings, folder));
    }

    private static boolean hasEvents(URI url) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(url);
        try (Connection connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.exchangeDeclarePassive("viva.events");
            return connection.isOpen();
        }
    }
}
