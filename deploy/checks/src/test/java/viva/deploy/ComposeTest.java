package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeTest {
    private static final String TEXT = Repository.text("docker-compose.yml");
    private static final Node FILE = Repository.yaml(TEXT);
    private static final Set<String> SERVERS = Set.of("postgres", "redis", "qdrant", "rabbitmq");
    private static final Set<String> OBSERVABILITY = Set.of("prometheus", "grafana", "otel-collector");

    /** A tag with a version in it, and a digest or not. */
    private static final Pattern PINNED =
            Pattern.compile("[a-z0-9./-]+:v?\\d+(\\.\\d+)+[a-z0-9.-]*(@sha256:[0-9a-f]{64})?");

    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)");

    @Test
    void the_file_obeys_the_compose_specification(@TempDir Path folder) throws IOException {
        assertThat(Tools.faults("compose", Repository.ROOT.resolve("docker-compose.yml")))
                .isEmpty();

        Path broken = Files.writeString(folder.resolve("broken.yml"), TEXT.replaceFirst("mem_limit", "memory_limit"));
        assertThat(Tools.faults("compose", broken)).isNotEmpty();
    }

    @Test
    void the_four_servers_start_without_a_profile_and_everything_else_needs_one() {
        for (String name : services()) {
            Set<String> profiles = new TreeSet<>();
            service(name).at("profiles").items().forEach(profile -> profiles.add(profile.text()));
            Set<String> expected = SERVERS.contains(name)
                    ? Set.of()
                    : OBSERVABILITY.contains(name) ? Set.of("observability") : Set.of("app");
            assertThat(profiles).as(name).isEqualTo(expected);
        }
        assertThat(services()).containsAll(SERVERS).containsAll(OBSERVABILITY);
        assertThat(services()).containsAll(Repository.SERVICES.keySet()).contains("prepare");
    }

    @Test
    void every_foreign_image_is_pinned_and_every_own_one_is_built() {
        for (String name : services()) {
            String image = service(name).at("image").text();
            if (service(name).at("build").isThere()) {
                assertThat(image).isEqualTo("viva/%s:${VIVA_VERSION:-local}".formatted(name));
                assertThat(Repository.ROOT.resolve(
                                service(name).at("build", "dockerfile").text()))
                        .exists();
            } else {
                assertThat(image).matches(PINNED);
            }
        }
    }

    @Test
    void every_container_has_a_health_check_and_limits() {
        for (String name : services()) {
            Node service = service(name);
            assertThat(service.at("cpus").isThere()).as(name).isTrue();
            assertThat(service.at("mem_limit").text()).as(name).matches("\\d+[mg]");
            if (name.equals("prepare")) {
                assertThat(service.at("healthcheck", "disable").value()).isEqualTo(true);
            } else {
                assertThat(service.at("healthcheck", "test").items()).as(name).hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void every_port_is_published_on_loopback_only() {
        for (String name : services()) {
            assertThat(service(name).at("ports").items())
                    .as(name)
                    .allMatch(port -> port.text().startsWith("127.0.0.1:"));
        }
    }

    @Test
    void containers_of_ours_are_unprivileged_and_wait_for_what_they_need() {
        for (String name : Repository.SERVICES.keySet()) {
            Node service = service(name);
            assertThat(service.at("user").text()).as(name).isEqualTo("1001");
            assertThat(service.at("read_only").value()).as(name).isEqualTo(true);
            assertThat(service.at("cap_drop").items()).as(name).hasToString("[ALL]");
            assertThat(service.at("depends_on", "prepare", "condition").text())
                    .as(name)
                    .isEqualTo("service_completed_successfully");
            assertThat(service.at("depends_on", "rabbitmq", "condition").text()).isEqualTo("service_healthy");
            assertThat(service.at("volumes").items()).as(name).hasToString("[room-%s:/run/viva:ro]".formatted(name));
        }
        assertThat(service("gateway").at("depends_on", "redis", "condition").text())
                .isEqualTo("service_healthy");
    }

    @Test
    void each_service_listens_on_its_port_and_is_found_there_by_the_others() {
        for (String name : Repository.SERVICES.keySet()) {
            int port = Repository.port(name);
            assertThat(service(name).at("environment", "PORT").text()).isEqualTo(Integer.toString(port));
            for (String other : Repository.SERVICES.keySet()) {
                assertThat(service(other)
                                .at("environment", name.toUpperCase(Locale.ROOT) + "_URL")
                                .text())
                        .isEqualTo("http://%s:%d".formatted(name, port));
            }
        }
    }

    @Test
    void health_and_metrics_are_published_for_nobody_and_read_from_every_service() {
        String management = ":" + Repository.managementPort();

        for (String name : services()) {
            assertThat(service(name).at("ports").items())
                    .as(name)
                    .noneMatch(port -> port.text().endsWith(management));
        }
        Node scraped = Repository.yaml(Repository.text("deploy/observability/prometheus.yml"))
                .at("scrape_configs")
                .items()
                .getFirst();
        assertThat(scraped.at("metrics_path").text()).isEqualTo("/q/metrics");
        assertThat(scraped.at("static_configs").items().getFirst().at("targets").items().stream()
                        .map(Node::text))
                .containsExactlyInAnyOrderElementsOf(Repository.SERVICES.keySet().stream()
                        .map(service -> service + management)
                        .toList());
    }

    @Test
    void no_container_takes_a_servers_address_from_the_environment_of_this_machine() {
        assertThat(Repository.all(VARIABLE, TEXT))
                .doesNotContain("DATABASE_URL", "RABBITMQ_URL", "REDIS_URL", "QDRANT_URL", "RABBITMQ_MANAGEMENT_URL");
    }

    @Test
    void every_variable_of_the_file_stands_in_the_example_and_every_name_given_to_a_service_is_documented() {
        assertThat(Repository.exampleNames()).containsAll(Repository.all(VARIABLE, TEXT));
        for (String name : Repository.SERVICES.keySet()) {
            for (String variable : service(name).at("environment").names()) {
                assertThat(Repository.documentedNames()).contains(variable.replaceFirst("_FILE$", ""));
            }
        }
    }

    @Test
    void every_name_of_the_product_description_stands_in_the_example() {
        assertThat(Repository.exampleNames())
                .containsAll(List.of(
                        "DATABASE_URL",
                        "NIM_BASE_URL",
                        "NIM_LLM_MODEL",
                        "NVIDIA_API_KEY",
                        "PHX_HOST",
                        "POOL_SIZE",
                        "PORT",
                        "QDRANT_URL",
                        "REDIS_URL",
                        "SECRET_KEY_BASE"));
    }

    @Test
    void every_volume_and_every_mounted_file_exists() {
        Set<String> volumes = FILE.at("volumes").names();
        for (String name : services()) {
            for (Node mount : service(name).at("volumes").items()) {
                String source = mount.text().split(":", 2)[0];
                if (source.startsWith("./")) {
                    assertThat(Repository.ROOT.resolve(source)).exists();
                } else {
                    assertThat(volumes).contains(source);
                }
            }
        }
    }

    private static Set<String> services() {
        return FILE.at("services").names();
    }

    private static Node service(String name) {
        return FILE.at("services", name);
    }
}
