package viva.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
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
}
