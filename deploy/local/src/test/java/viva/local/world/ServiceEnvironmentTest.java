package viva.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.home.WorldFolder;
import viva.local.service.ServiceName;
import viva.local.settings.Settings;
import viva.platform.servers.postgres.DatabaseAddress;

class ServiceEnvironmentTest {
    private static final DatabaseAddress DATABASE = DatabaseAddress.of("postgres://life:word@127.0.0.1:5432/viva");

    @TempDir
    Path root;

    @Test
    void the_gateways_address_is_told_to_nobody_else() {
        assertThat(told(ServiceName.GATEWAY)).containsEntry("VIVA_HOST", "0.0.0.0");
        assertThat(told(ServiceName.LIFE)).doesNotContainKey("VIVA_HOST");
        assertThat(told(ServiceName.LLM)).doesNotContainKey("VIVA_HOST");
    }

    @Test
    void each_process_is_told_both_of_its_ports() {
        assertThat(told(ServiceName.AVATAR)).containsEntry("PORT", "4001").containsEntry("MANAGEMENT_PORT", "4007");
    }

    @Test
    void mail_goes_into_the_worlds_folder_unless_there_is_a_server_for_it() {
        assertThat(told(ServiceName.GATEWAY))
                .containsEntry(
                        "VIVA_GATEWAY_MAIL_FOLDER", root.resolve(".viva/mail").toString());
        assertThat(told(ServiceName.GATEWAY, Map.of("SMTP_URL", "smtp://mail.example.org")))
                .containsEntry("SMTP_URL", "smtp://mail.example.org")
                .doesNotContainKey("VIVA_GATEWAY_MAIL_FOLDER");
        assertThat(told(ServiceName.LIFE, Map.of("SMTP_URL", "smtp://mail.example.org")))
                .doesNotContainKeys("SMTP_URL", "VIVA_GATEWAY_MAIL_FOLDER");
    }

    @Test
    void what_the_world_looks_like_from_outside_is_told_to_the_gateway() {
        Map<String, String> outside = Map.of(
                "TRUSTED_PROXIES", "10.0.0.0/8", "ALLOWED_ORIGINS", "https://a.example", "PHX_HOST", "b.example");

        assertThat(told(ServiceName.GATEWAY, outside)).containsAllEntriesOf(outside);
    }

    @Test
    void the_gateway_is_told_of_every_life_replica_and_of_one_of_everybody_else() {
        Map<String, String> told =
                told(ServiceName.GATEWAY, Map.of(), Map.of(ServiceName.LIFE, 2, ServiceName.AVATAR, 2));

        assertThat(told)
                .containsEntry("LIFE_URL", "http://127.0.0.1:4002,http://127.0.0.1:4014")
                .containsEntry("AVATAR_URL", "http://127.0.0.1:4001");
    }

    private Map<String, String> told(ServiceName service) {
        return told(service, Map.of());
    }

    private Map<String, String> told(ServiceName service, Map<String, String> more) {
        return told(service, more, Map.of());
    }

    private Map<String, String> told(
            ServiceName service, Map<String, String> more, Map<ServiceName, Integer> replicas) {
        Map<String, String> given = new HashMap<>(Map.of(
                "VIVA_HOST", "0.0.0.0",
                "DATABASE_URL", "postgres://viva:word@127.0.0.1:5432/viva",
                "RABBITMQ_URL", "amqp://127.0.0.1:5672/%2F",
                "REDIS_URL", "redis://127.0.0.1:6379"));
        given.putAll(more);
        Settings settings = Settings.of(root, given);
        WorldFolder folder = new WorldFolder(settings.home());
        PortPlan ports = new PortPlan(settings, replicas);
        WorldServers servers = new WorldServers(settings, folder);
        WorldBroker broker = new WorldBroker(settings, folder, servers);
        return new ServiceEnvironment(settings, folder, ports, servers, broker).of(service, 1, DATABASE);
    }
}
