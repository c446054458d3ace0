package viva.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    Path folder;

    @RepeatedTest(20)
    void all_who_ask_at_once_are_told_the_same() {
        assertThat(IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(_ -> Secret.keptIn(folder.resolve("secret")).value())
                        .distinct())
                .hasSize(1);
    }
}
