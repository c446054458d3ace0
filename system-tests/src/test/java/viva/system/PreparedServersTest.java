package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.platform.servers.postgres.PostgresServer;
import viva.platform.servers.rabbitmq.RabbitServer;
import viva.platform.testkit.OwnServers;

class PreparedServersTest {
    private final OwnServers servers = new OwnServers("prepared");

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        servers.close();
    }

    @Test
    void a_service_is_ready_with_nothing_but_the_files_that_the_preparation_wrote() throws Exception {
        PostgresServer postgres = servers.postgres();
        RabbitServer rabbit = servers.rabbitmq();

        try (PreparedServices services = new PreparedServices(folder)) {
            int prepared = services.prepare(Map.of(
                    "DATABASE_URL", postgres.url().toString(),
                    "RABBITMQ_URL", rabbit.url().toString(),
                    "RABBITMQ_MANAGEMENT_URL", rabbit.managementUrl().toString()));
            assertThat(prepared).as(services.log("prepare")).isZero();
            String password = services.prepared("avatar", "database-password");
            assertThat(services.log("prepare"))
                    .contains("PostgreSQL: a role", "RabbitMQ: a user")
                    .doesNotContain(password);
            PreparedServices.Service avatar = services.start(
                    "avatar",
                    "avatar",
                    "avatar-service/app/target/quarkus-app",
                    List.of("DATABASE_URL", "RABBITMQ_URL"),
                    Map.of());

            await().untilAsserted(() ->
                    assertThat(avatar.health()).as(services.log("avatar")).isEqualTo(200));
            assertThat(services.log("avatar")).doesNotContain(password);
        }
    }
}
