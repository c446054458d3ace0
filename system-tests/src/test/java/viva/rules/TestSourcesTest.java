package viva.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a test red on another machine, or on a busy one, is in no test of any module. */
class TestSourcesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What must not stand in a test, and what to use instead. */
    private static final Map<String, String> UNSTEADY = new TreeMap<>(Map.of(
            ".inheritIO(", "a file: Node makes the pipe non-blocking from which Surefire reads its commands",
            "Collections.synchronized",
                    "the testkit's Recorder, whose snapshots do not change while they are asserted on",
            "System.nanoTime() -", "a benchmark: a test that measures time is red on a busy machine",
            "System.currentTimeMillis(", "a benchmark, or a counter for names that must differ",
            ".flushdb(", "keys of the test's own: others use the same Redis",
            "Thread.sleep(", "the testkit's Waiting.await() for the event",
            ".pollDelay(", "the testkit's Waiting.await() for the event",
            ".during(", "an event that comes after what must not happen",
            "org.awaitility.Awaitility", "the testkit's Waiting, which is patient",
            "createTempDirectory(", "@TempDir, or the testkit's OwnServers, which find what a killed JVM left behind"));

    static Stream<Map.Entry<String, String>> unsteady() {
        return UNSTEADY.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("unsteady")
    void no_test_has_what_makes_it_unsteady(Map.Entry<String, String> rule) {
        List<String> found = testSources().stream()
                .filter(file -> !file.endsWith("TestSourcesTest.java"))
                .filter(file -> read(file).contains(rule.getKey()))
                .map(file -> ROOT.relativize(file).toString())
                .toList();

        assertThat(found).as("%s: use %s", rule.getKey(), rule.getValue()).isEmpty();
    }

    /** Folders of builds are left out: servers of other tests write and delete there meanwhile. */
    private static List<Path> testSources() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean strange = name.equals("target") || name.equals("node_modules") || name.startsWith(".");
                    return strange && !folder.equals(ROOT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java") && file.toString().contains("/src/test/")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).as("test sources").hasSizeGreaterThan(100);
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
