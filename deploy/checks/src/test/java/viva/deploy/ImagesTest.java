package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {
    private static final String JVM = Repository.text("deploy/docker/Dockerfile");
    private static final String NATIVE = Repository.text("deploy/docker/Dockerfile.native");
    private static final Pattern BASE = Pattern.compile("^FROM (\\S+)", Pattern.MULTILINE);
    private static final Pattern LAST_USER = Pattern.compile("^USER (\\S+)$", Pattern.MULTILINE);
    private static final Pattern ENTRY = Pattern.compile("^ENTRYPOINT (.)", Pattern.MULTILINE);
    private static final Pattern MODULES = Pattern.compile("-pl (\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"deploy/docker/Dockerfile", "deploy/docker/Dockerfile.native"})
    void every_base_is_pinned_and_no_image_runs_as_root_or_through_a_shell(String path) {
        String text = Repository.text(path);

        assertThat(Repository.all(BASE, text))
                .isNotEmpty()
                .allMatch(base -> base.matches("[a-z0-9./-]+:\\d+(\\.\\d+)+\\S*"));
        assertThat(Repository.all(LAST_USER, text)).isNotEmpty().containsOnly("1001");
        assertThat(Repository.all(ENTRY, text)).isNotEmpty().containsOnly("[");
        assertThat(text)
                .contains("ARG SERVICE=gateway")
                .doesNotContain("HEALTHCHECK")
                .doesNotContain(":latest");
    }

    @Test
    void the_build_makes_every_service_and_the_preparation() {
        Set<String> modules = Set.of(Repository.all(MODULES, JVM).getFirst().split(","));

        assertThat(modules).containsAll(Repository.SERVICES.values()).contains("deploy/prepare");
        assertThat(modules).hasSize(Repository.SERVICES.size() + 1);
    }

    @Test
    void every_exposed_port_is_a_services_own_or_for_management() {
        List<Integer> ports = Repository.SERVICES.keySet().stream()
                .map(Repository::port)
                .sorted()
                .toList();

        String line = "EXPOSE %d-%d %d\n".formatted(ports.getFirst(), ports.getLast(), Repository.managementPort());
        assertThat(JVM).contains(line);
        assertThat(NATIVE).contains(line);
    }

    @Test
    void in_a_container_both_servers_listen_for_other_containers() {
        assertThat(List.of(JVM, NATIVE))
                .allSatisfy(text -> assertThat(text)
                        .contains("ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_MANAGEMENT_HOST=0.0.0.0 MANAGEMENT_PORT="));
    }

    @Test
    void the_build_context_holds_no_secret_and_nothing_that_was_built() {
        assertThat(Repository.text(".dockerignore").lines().collect(Collectors.toSet()))
                .contains(".env", ".viva", "**/target", "**/node_modules", ".git");
    }
}
