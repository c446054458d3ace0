package viva.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "Collections.synchronized",
                    "the testkit's Recorder, whose snapshots do not change while they are asserted on",
            "System.nanoTime(", "a benchmark: a test that measures time is red on a busy machine",
            "System.currentTimeMillis(", "a benchmark, or a counter for names that must differ",
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

    private static List<Path> testSources() {
        try (Stream<Path> files =
                Files.find(ROOT, 20, (file, attributes) -> attributes.isRegularFile() && isTestSource(file))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTestSource(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.endsWith(".java") && path.contains("/src/test/") && !path.contains("target/");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
