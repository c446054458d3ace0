package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What native-image would get of each service, as Quarkus writes it without GraalVM ({@code quarkus.native.sources-only}). */
class NativeSourcesTest {
    @BeforeAll
    static void they_are_built_by_the_whole_test_command() {
        assumeTrue(
                "false".equals(System.getProperty("viva.native-sources.skip")),
                "not made: -Dviva.native-sources.skip=false makes them, as ./viva test does");
    }

    static Collection<String> services() {
        return Repository.SERVICES.keySet();
    }

    @ParameterizedTest
    @MethodSource("services")
    void native_image_is_told_to_draw_no_random_number_and_to_fail_rather_than_to_need_a_jvm(String service) {
        assertThat(arguments(service))
                .contains(
                        "--no-fallback",
                        "--link-at-build-time",
                        "-jar",
                        runner(service).getFileName().toString())
                .contains("--initialize-at-run-time=com.github.f4b6a3.uuid");
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_file_that_our_code_could_load_is_in_the_image(String service) {
        List<Pattern> included = Repository.yaml(text(runner(service), "META-INF/native-image/resource-config.json"))
                .at("resources", "includes")
                .items()
                .stream()
                .map(include -> Pattern.compile(include.at("pattern").text()))
                .toList();

        assertThat(names(service, NativeSourcesTest::isFileOfOurs))
                .allMatch(name -> included.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_message_can_be_read_and_written(String service) {
        assertThat(reflected(service))
                .containsAll(types(service, "viva/contracts/message/[^/]+V\\d+"))
                .contains("viva.contracts.message.CloudEvent", "viva.contracts.AvatarProfile");
    }

    @ParameterizedTest
    @CsvSource({
        "life,viva/life/mind/Input\\$.+",
        "llm,viva/llm/(crisis/CrisisLine|crisis/CrisisAnswer.Texts|hearing/Lexicon|recall/Lexicon)",
        "avatar,viva/avatar/rest/.+View",
    })
    void what_stands_in_rows_files_and_bodies_can_be_read_and_written(String service, String pattern) {
        assertThat(reflected(service)).containsAll(types(service, pattern));
    }

    private static boolean isFileOfOurs(String name) {
        return name.startsWith("viva/") && !name.endsWith(".class") && !name.endsWith("/");
    }

    private static Set<String> types(String service, String pattern) {
        Set<String> types = names(service, name -> name.matches(pattern + "\\.class")).stream()
                .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
                .collect(Collectors.toSet());
        assertThat(types).as(pattern).isNotEmpty();
        return types;
    }

    private static Set<String> reflected(String service) {
        String artifact = service + "-service";
        String path = "META-INF/native-image/viva/" + artifact + "/reachability-metadata.json";
        return Repository.yaml(text(runner(service), path)).at("reflection").items().stream()
                .map(entry -> entry.at("type").text())
                .collect(Collectors.toSet());
    }

    private static List<String> arguments(String service) {
        try {
            return List.of(Files.readString(sources(service).resolve("native-image.args"))
                    .strip()
                    .split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sources(String service) {
        return Repository.ROOT.resolve(Repository.SERVICES.get(service)).resolve("target/native-sources");
    }

    private static Path runner(String service) {
        return jars(sources(service)).getFirst();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names in the service's own jar and in those of our other modules. */
    private static Set<String> names(String service, Predicate<String> wanted) {
        Stream<Path> libraries = jars(sources(service).resolve("lib")).stream()
                .filter(jar -> jar.getFileName().toString().matches("(modified-)?viva\\..+"));
        return Stream.concat(Stream.of(runner(service)), libraries)
                .flatMap(jar -> names(jar).stream())
                .filter(wanted)
                .collect(Collectors.toSet());
    }

    private static List<String> names(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
