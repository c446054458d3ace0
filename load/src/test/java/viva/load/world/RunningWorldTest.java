package viva.load.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.home.WorldFolder;
import viva.platform.servers.ServerFailure;

class RunningWorldTest {
    private static final String RECORD = """
            {"state": "running", "url": "http://localhost:4100",
             "services": [{"name": "life", "replica": 1, "pid": 11}, {"name": "life", "replica": 2, "pid": 12}],
             "server_pids": {"postgresql": 21},
             "servers": {"rabbitmq_url": "amqp://viva:pa55@127.0.0.1:5673/%2f"},
             "databases": {"life": "postgres://life:s3cret@127.0.0.1:5433/viva"}}
            """;

    @TempDir
    Path home;

    @Test
    void what_the_launcher_wrote_down_is_found() throws IOException {
        write(RECORD);

        RunningWorld world = new RunningWorld(new WorldFolder(home));

        assertThat(world.gateway()).isEqualTo(URI.create("http://localhost:4100"));
        assertThat(world.processes())
                .containsOnlyKeys("life", "life-2", "postgresql")
                .containsEntry("life-2", 12L);
        assertThat(world.databases().get("life").toString()).isEqualTo("postgres://life@127.0.0.1:5433/viva");
        assertThat(world.brokerManagement("http://admin:pw@127.0.0.1:15672").getPort())
                .isEqualTo(15_672);
        assertThatThrownBy(() -> world.brokerManagement(""))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("RABBITMQ_MANAGEMENT_URL");
    }

    @Test
    void a_world_that_does_not_run_is_told_of() throws IOException {
        assertThatThrownBy(() -> new RunningWorld(new WorldFolder(home)))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("./viva up");

        write("{\"state\": \"starting\"}");
        assertThatThrownBy(() -> new RunningWorld(new WorldFolder(home)))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("not ready");
    }

    private void write(String record) throws IOException {
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/world.json"), record);
    }
}
