package viva.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    @Test
    void a_free_port_is_given_once_and_never_to_a_connection() throws Exception {
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            int port = Ports.free();

            assertThat(port).isBetween(1_024, FIRST_OF_CONNECTIONS - 1);
            assertThat(given.add(port)).isTrue();
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(Ports.isFree(port)).isFalse();
                assertThat(socket.getLocalPort()).isEqualTo(port);
            }
            assertThat(Ports.isFree(port)).isTrue();
        }
    }

    @Test
    void a_range_is_free_and_no_other_jvm_can_reserve_any_of_it() throws Exception {
        int first = Ports.freeRange(10);

        assertThat(IntStream.range(first, first + 10)).allMatch(Ports::isFree);
        assertThat(lockInAnotherJvm(first)).isEqualTo("taken");
        assertThat(lockInAnotherJvm(first + 9)).isEqualTo("taken");
    }

    private static String lockInAnotherJvm(int port) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rival.class.getName(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .start();
        return new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Another JVM that wants the same port. */
    public static final class Rival {
        public static void main(String[] words) throws Exception {
            Path file = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "viva-ports-" + System.getProperty("user.name"),
                    words[0] + ".lock");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "taken" : "free");
            }
        }
    }
}
