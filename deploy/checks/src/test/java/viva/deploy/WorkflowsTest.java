package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowsTest {
    private static final Path FOLDER = Repository.ROOT.resolve(".github/workflows");

    static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void a_workflow_passes_the_linter(Path file) {
        assertThat(Tools.faults("workflow", file)).isEmpty();
    }

    @Test
    void the_linter_finds_a_fault(@TempDir Path folder) throws IOException {
        String release = Files.readString(FOLDER.resolve("release.yml"));
        Path broken = Files.writeString(
                folder.resolve("broken.yml"), release.replace("steps.name.outputs", "steps.nobody.outputs"));

        assertThat(Tools.faults("workflow", broken)).anyMatch(fault -> fault.contains("nobody"));
    }

    @Test
    void every_image_is_released() {
        Node images = Repository.yaml(Repository.text(".github/workflows/release.yml"))
                .at("jobs", "images", "strategy", "matrix", "image");

        assertThat(images.items().stream().map(Node::text))
                .containsAll(Repository.SERVICES.keySet())
                .contains("prepare")
                .hasSize(Repository.SERVICES.size() + 1);
    }
}
