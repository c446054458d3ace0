package viva.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.local.command.Context;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.terminal.Terminal;

class VivaTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Viva viva;

    @BeforeEach
    void program(@TempDir Path root) {
        viva = viva(root);
        viva.program().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_after_any_command_tells_of_it_and_does_nothing_else(String command) {
        for (String help : new String[] {"--help", "-h"}) {
            out.getBuffer().setLength(0);

            assertThat(viva.execute(command, help)).isZero();

            assertThat(out.toString()).startsWith("Usage: ./viva " + command).contains("-h, --help");
        }
    }

    @Test
    void help_after_a_command_of_a_command_tells_of_that_one() {
        viva.execute("dlq", "list", "--help");
        viva.execute("operator", "grant", "--help");

        assertThat(out.toString()).contains("Usage: ./viva dlq list", "--since", "Usage: ./viva operator grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fresh --no-demo --replicas life=2", "--replicas LIFE=2"})
    void words_that_are_only_parsed_do_nothing(String options) {
        assertThat(viva.execute(("--parse-only up " + options).split(" "))).isZero();

        assertThat(out.toString() + err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up --nonsense", "up --replicas nobody=2", "train 5", "dance", "dlq list --nonsense"})
    void words_that_are_not_understood_are_refused_while_they_are_parsed(String words) {
        assertThat(viva.execute(("--parse-only " + words).split(" "))).isEqualTo(2);

        assertThat(err.toString()).isNotEmpty();
    }

    static Stream<String> commands() {
        return viva(Path.of("")).program().getSubcommands().keySet().stream().filter(name -> !name.equals("help"));
    }

    /** The program in a repository where nothing is. */
    private static Viva viva(Path root) {
        Settings settings = Settings.of(root, Map.of());
        return new Viva(new Context(settings, new WorldFolder(settings.home()), Terminal.ofThisProcess()));
    }
}
