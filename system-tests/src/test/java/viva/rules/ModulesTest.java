package viva.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viva.platform.rules.ModuleRules;

/** The rules of modules hold in all of them, also in those that have no core and are no service. */
class ModulesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    static Stream<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> module.group(1))
                .filter(module -> Files.isDirectory(ROOT.resolve(module).resolve("src/main/java")));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_keeps_the_rules_of_modules(String module) {
        Path classes = ROOT.resolve(module).resolve("target/classes");

        assertThat(classes).as("%s is compiled before the system tests", module).isDirectory();
        ModuleRules.check(new ClassFileImporter().importPath(classes));
    }
}
