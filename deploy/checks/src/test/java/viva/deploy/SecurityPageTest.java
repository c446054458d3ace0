package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} names tests that exist. */
class SecurityPageTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");

    /** Folders without sources, in which other tests write meanwhile. */
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".viva", ".git");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        List<String> named = Repository.all(TEST, Repository.text("docs/security.md"));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        Set<String> found = new HashSet<>();
        Files.walkFileTree(Repository.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith("Test.java")) {
                    found.add(name.replace(".java", ""));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
