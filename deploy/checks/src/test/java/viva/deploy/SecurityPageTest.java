package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names tests that exist. */
class SecurityPageTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final int DEEPEST = 12;

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        List<String> named = Repository.all(TEST, Repository.text("docs/security.md"));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> modules = Files.list(Repository.ROOT)) {
            return modules.filter(Files::isDirectory)
                    .filter(module -> Files.exists(module.resolve("pom.xml")))
                    .flatMap(SecurityPageTest::testsIn)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> testsIn(Path module) {
        try (Stream<Path> files = Files.find(module, DEEPEST, (file, about) -> isTest(file))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(Path file) {
        String path = file.toString();
        return path.contains("/src/test/java/") && path.endsWith("Test.java");
    }
}
