package viva.platform.servers.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitServerTest {
    @TempDir
    Path folder;

    @Test
    void durable_messages_survive_a_restart_in_a_folder_with_a_space() throws Exception {
        Path home = folder.resolve("my world");
        try (RabbitServer server = new RabbitServer(home, 0)) {
            server.start();
            try (Connection connection = connect(server, "");
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.queueDeclare("kept", true, false, false, Map.of());
                byte[] body = "42".getBytes(StandardCharsets.UTF_8);
                channel.basicPublish("", "kept", MessageProperties.PERSISTENT_BASIC, body);
                channel.waitForConfirmsOrDie(5000);
            }
        }

        try (RabbitServer again = new RabbitServer(home, 0)) {
            again.start();
            try (Connection connection = connect(again, "");
                    Channel channel = connection.createChannel()) {
                assertThat(channel.basicGet("kept", true).getBody()).asString().isEqualTo("42");
            }
        }
    }

    @Test
    void a_leftover_of_a_killed_launcher_is_stopped_and_hosts_are_apart() throws Exception {
        RabbitServer leftover = new RabbitServer(folder, 0);
        leftover.start();

        try (RabbitServer successor = new RabbitServer(folder, 0)) {
            successor.start();
            RabbitManagement management = new RabbitManagement(successor.managementUrl());
            management.createVirtualHost("one");

            assertThat(leftover.isRunning()).isFalse();
            try (Connection connection = connect(successor, "one")) {
                assertThat(connection.isOpen()).isTrue();
            }
            management.deleteVirtualHost("one");
        }
    }

    private static Connection connect(RabbitServer server, String virtualHost) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(server.url());
        if (!virtualHost.isEmpty()) {
            factory.setVirtualHost(virtualHost);
        }
        return factory.newConnection();
    }
}
