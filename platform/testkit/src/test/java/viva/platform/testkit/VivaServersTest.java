package viva.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VivaServersTest {
    @Test
    void two_services_get_servers_in_common_and_rooms_apart() throws Exception {
        VivaServers life = new VivaServers();
        VivaServers avatar = new VivaServers();
        life.init(Map.of("service", "life", "servers", "postgres,rabbitmq,redis"));
        avatar.init(Map.of("service", "avatar"));

        Map<String, String> ofLife = life.start();
        Map<String, String> ofAvatar = avatar.start();

        assertThat(ask(ofLife, "SHOW search_path")).isEqualTo("life");
        assertThat(ask(ofAvatar, "SHOW search_path")).isEqualTo("avatar");
        assertThat(port(ofLife, "viva.messaging.url")).isEqualTo(port(ofAvatar, "viva.messaging.url"));
        assertThat(ofLife.get("viva.messaging.url")).isNotEqualTo(ofAvatar.get("viva.messaging.url"));
        assertThat(ofLife).containsKey("quarkus.redis.hosts");
        assertThat(ofAvatar).doesNotContainKey("quarkus.redis.hosts");
        connect(ofLife);

        life.stop();
        avatar.stop();
        assertThatThrownBy(() -> connect(ofLife)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask(ofLife, "SELECT 1")).isInstanceOf(SQLException.class);
    }

    private static void connect(Map<String, String> settings) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(settings.get("viva.messaging.url"));
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            assertThat(channel.queueDeclare().getQueue()).isNotEmpty();
        }
    }

    private static int port(Map<String, String> settings, String name) {
        return URI.create(settings.get(name)).getPort();
    }

    private static String ask(Map<String, String> settings, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
