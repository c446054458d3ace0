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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                ports.add(plan.managementPort(service, number));
            }
        }

        assertThat(ports).doesNotHaveDuplicates().hasSize(18).allMatch(port -> port >= 14_000 && port < 14_018);
        assertThat(plan.port(ServiceName.GATEWAY, 1)).isEqualTo(14_000);
        assertThat(plan.port(ServiceName.LLM, 1)).isEqualTo(14_005);
        assertThat(plan.managementPort(ServiceName.GATEWAY, 1)).isEqualTo(14_006);
        assertThat(plan.managementPort(ServiceName.LLM, 1)).isEqualTo(14_011);
    }

    @Test
    void the_gateway_alone_can_have_another_port() {
        PortPlan plan = plan("PORT", 8080, Map.of());

        assertThat(plan.port(ServiceName.GATEWAY, 1)).isEqualTo(8080);
        assertThat(plan.port(ServiceName.AVATAR, 1)).isEqualTo(4001);
    }

    @Test
    void the_gateway_alone_listens_where_it_is_told_and_management_is_on_loopback_always() {
        PortPlan plan = new PortPlan(Settings.of(root, Map.of("VIVA_HOST", "192.0.2.7")), Map.of());

        assertThat(plan.address(ServiceName.GATEWAY, 1).url()).hasToString("http://192.0.2.7:4000");
        assertThat(plan.entrance()).hasToString("http://192.0.2.7:4000");
        assertThat(plan.address(ServiceName.LIFE, 1).url()).hasToString("http://127.0.0.1:4002");
        for (ServiceName service : ServiceName.values()) {
            assertThat(plan.address(service, 1).management()).hasHost("127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void a_gateway_that_listens_everywhere_is_asked_on_loopback(String host) {
        PortPlan plan = new PortPlan(Settings.of(root, Map.of("VIVA_HOST", host)), Map.of());

        assertThat(plan.address(ServiceName.GATEWAY, 1).url()).hasToString("http://127.0.0.1:4000");
        assertThat(plan.entrance()).hasToString("http://localhost:4000");
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
