package viva.platform.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package says what lives in it, who may call it, and what it must not know. */
class PackageInfoTest {
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    @TempDir
    Path other;

    @Test
    void every_package_of_every_module_has_a_package_info() throws IOException {
        Path repository = Path.of("../..");

        assertThat(Packages.in(repository).described()).hasSizeGreaterThan(100);
        assertThat(Packages.in(repository).bare()).isEmpty();
    }

    @Test
    void a_package_without_one_is_found() throws IOException {
        Files.writeString(
                other.resolve("pom.xml"), "<module>core</module>\n<module>life/app</module>\n<module>tests</module>");
        write("core/src/main/java/viva/life/mind/Mind.java");
        write("core/src/main/java/viva/life/bond/Bonds.java");
        write("life/app/src/main/java/viva/life/bond/BondTable.java");
        write("life/app/src/main/java/viva/life/bond/package-info.java");

        assertThat(Packages.in(other).bare()).containsExactly("viva.life.mind");
    }

    private void write(String file) throws IOException {
        Files.createDirectories(other.resolve(file).getParent());
        Files.writeString(other.resolve(file), "");
    }

    /**
     * Packages in the main sources of all modules.
     *
     * @param described those with a package-info; one is enough for a package that two modules share
     * @param bare those with classes and without
     */
    private record Packages(Set<String> described, Set<String> bare) {
        static Packages in(Path repository) throws IOException {
            Packages packages = new Packages(new TreeSet<>(), new TreeSet<>());
            List<String> modules = MODULE.matcher(Files.readString(repository.resolve("pom.xml")))
                    .results()
                    .map(module -> module.group(1))
                    .toList();
            for (String module : modules) {
                Path sources = repository.resolve(module).resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    packages.addAll(sources);
                }
            }
            packages.bare.removeAll(packages.described);
            return packages;
        }

        private void addAll(Path sources) throws IOException {
            try (Stream<Path> files = Files.walk(sources)) {
                files.map(sources::relativize)
                        .filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> (file.endsWith("package-info.java") ? described : bare)
                                .add(file.getParent()
                                        .toString()
                                        .replace(file.getFileSystem().getSeparator(), ".")));
            }
        }
    }
}
