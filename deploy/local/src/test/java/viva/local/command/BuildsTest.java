package viva.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
    @TempDir
    Path folder;

    private final Builds builds = new Builds();

    @Test
    void a_build_ends_with_its_own_exit_code() throws Exception {
        assertThat(builds.run(shell("exit 7"))).isEqualTo(7);
    }

    @Test
    void a_signal_between_two_rounds_lets_no_further_build_begin() throws Exception {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> run("touch begun; sleep 600"));
        while (!Files.exists(folder.resolve("begun"))) {
            Thread.onSpinWait();
        }

        builds.close();

        assertThat(first.get()).isEqualTo(Builds.STOPPED);
        assertThat(builds.run(shell("touch again"))).isEqualTo(Builds.STOPPED);
        assertThat(folder.resolve("again")).doesNotExist();
    }

    private int run(String script) {
        try {
            return builds.run(shell(script));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ProcessBuilder shell(String script) {
        return new ProcessBuilder("/bin/sh", "-c", script).directory(folder.toFile());
    }
}
