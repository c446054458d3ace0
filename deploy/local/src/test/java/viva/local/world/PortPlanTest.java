package viva.local.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.ServerFailure;

class PortPlanTest {
    @TempDir
    Path root;

    @Test
    void six_services_and_their_replicas_have_ports_of_their_own() {
        PortPlan plan = plan("VIVA_PORT_BASE", 14_000, Map.of(ServiceName.LIFE, 3, ServiceName.LLM, 2));

        List<Integer> ports = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            for (int number = 1; number <= plan.replicas(service); number++) {
                ports.add(plan.port(service, number));
            }
        }

        assertThat(ports).doesNotHaveDuplicates().hasSize(9).allMatch(port -> port >= 14_000 && port < 14_009);
        assertThat(plan.port(ServiceName.GATEWAY, 1)).isEqualTo(14_000);
        assertThat(plan.port(ServiceName.LLM, 1)).isEqualTo(14_005);
    }

    @Test
    void the_gateway_alone_can_have_another_port() {
        PortPlan plan = plan("PORT", 8080, Map.of());

        assertThat(plan.port(ServiceName.GATEWAY, 1)).isEqualTo(8080);
        assertThat(plan.port(ServiceName.AVATAR, 1)).isEqualTo(4001);
    }

    @Test
    void a_taken_port_is_named_with_its_holder_and_the_way_out() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan = plan("PORT", taken.getLocalPort(), Map.of());

            assertThatThrownBy(plan::check)
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("gateway")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("VIVA_PORT_BASE");
        }
    }

    private PortPlan plan(String name, int value, Map<ServiceName, Integer> replicas) {
        return new PortPlan(Settings.of(root, Map.of(name, Integer.toString(value))), replicas);
    }
}
