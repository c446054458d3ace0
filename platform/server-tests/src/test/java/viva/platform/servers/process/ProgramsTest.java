package viva.platform.servers.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    private static final int PROGRAMS = 200;
    private static final int OTHERS = 4;

    @Test
    void a_program_that_was_just_written_runs_although_others_are_started_meanwhile(@TempDir Path folder)
            throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(OTHERS)) {
            var others = IntStream.range(0, OTHERS)
                    .<Future<Void>>mapToObj(i -> threads.submit(() -> startOthers(over)))
                    .toList();
            try {
                for (int i = 0; i < PROGRAMS; i++) {
                    Path program = folder.resolve("program-" + i);
                    Programs.write(() -> Files.copy(usual(), program, StandardCopyOption.COPY_ATTRIBUTES));

                    assertThat(run(program)).isZero();
                }
            } finally {
                over.set(true);
            }
            for (Future<Void> other : others) {
                other.get();
            }
        }
    }

    private static Void startOthers(AtomicBoolean over) throws IOException, InterruptedException {
        while (!over.get()) {
            run(usual());
        }
        return null;
    }

    private static int run(Path program) throws IOException, InterruptedException {
        return Programs.start(new ProcessBuilder(program.toString())).waitFor();
    }

    private static Path usual() {
        return Command.find("true").orElseThrow();
    }
}
