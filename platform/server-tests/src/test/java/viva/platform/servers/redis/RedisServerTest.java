package viva.platform.servers.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTest {
    @TempDir
    Path folder;

    @Test
    void data_survive_a_restart_in_a_folder_with_a_space() throws IOException {
        Path home = folder.resolve("my world");
        try (RedisServer server = new RedisServer(home, 0)) {
            server.start();
            assertThat(ask(server, "SET kept 42")).isEqualTo("+OK");
        }

        try (RedisServer again = new RedisServer(home, 0)) {
            again.start();

            assertThat(ask(again, "STRLEN kept")).isEqualTo(":2");
        }
    }

    @Test
    void a_leftover_of_a_killed_launcher_is_stopped() {
        RedisServer leftover = new RedisServer(folder, 0);
        leftover.start();

        try (RedisServer successor = new RedisServer(folder, 0)) {
            successor.start();

            assertThat(leftover.isRunning()).isFalse();
            assertThat(successor.isRunning()).isTrue();
        }
    }

    private static String ask(RedisServer server, String question) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            String login = server.url().getUserInfo().substring(1);
            String questions = "AUTH %s\r\n%s\r\n".formatted(login, question);
            socket.getOutputStream().write(questions.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answers.readLine()).isEqualTo("+OK");
            return answers.readLine();
        }
    }
}
