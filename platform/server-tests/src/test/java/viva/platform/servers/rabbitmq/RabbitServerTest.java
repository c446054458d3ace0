package viva.platform.servers.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RabbitServerTest {
    private static final Map<String, Object> QUORUM = Map.of("x-queue-type", "quorum");

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
    void a_queue_that_is_new_when_the_node_is_killed_takes_messages_afterwards() throws Exception {
        try (RabbitServer server = new RabbitServer(folder, 0)) {
            server.start();
            try (Connection connection = connect(server, "");
                    Channel channel = connection.createChannel()) {
                channel.queueDeclare("new", true, false, false, QUORUM);
                kill(server);
            } catch (AlreadyClosedException | IOException expected) {
                // The connection died with the node.
            }

            server.start();

            try (Connection connection = connect(server, "");
                    Channel channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.queueDeclare("new", true, false, false, QUORUM);
                channel.basicPublish("", "new", MessageProperties.PERSISTENT_BASIC, new byte[] {42});
                channel.waitForConfirmsOrDie(5000);
                assertThat(channel.basicGet("new", true).getBody()).containsExactly(42);
            }
        }
    }

    @Test
    void a_node_is_known_to_have_ended_by_itself_until_it_starts_again() {
        Path mark = folder.resolve("stopped");
        try (RabbitServer server = new RabbitServer(folder, 0)) {
            server.start();
        }
        assertThat(mark).exists();

        try (RabbitServer again = new RabbitServer(folder, 0)) {
            again.wipe();
            again.start();
            assertThat(mark).doesNotExist();
            kill(again);
        }
        assertThat(mark).doesNotExist();
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

    private static void kill(RabbitServer server) {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
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
