package viva.load.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import viva.load.command.Soak;

class RetentionTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\| `(viva\\.[a-z.-]*retention)` \\| `(\\d+)[dD]` \\|");

    @Test
    void every_retention_of_the_services_is_known_with_its_default() throws IOException {
        Map<String, Duration> documented = new TreeMap<>();
        Matcher found = SETTING.matcher(Files.readString(REPOSITORY.resolve("docs/configuration.md")));
        while (found.find()) {
            documented.put(found.group(1), Duration.ofDays(Long.parseLong(found.group(2))));
        }

        Map<String, Duration> known = new TreeMap<>();
        for (Retention retention : Retention.values()) {
            known.put(retention.setting(), retention.usual());
        }
        assertThat(known).isEqualTo(documented);
    }

    @Test
    void the_command_line_of_a_world_that_forgets_is_the_one_that_help_and_the_page_show() throws IOException {
        String help = new CommandLine(new Soak()).getUsageMessage();
        String page = Files.readString(REPOSITORY.resolve("docs/benchmarks.md"));

        assertThat(Retention.fiveMinutes())
                .hasSize(Retention.values().length + 3)
                .contains("VIVA_LLM_BUDGET_REQUEST_RETENTION=5m")
                .allSatisfy(setting -> assertThat(help).contains(setting))
                .allSatisfy(setting -> assertThat(page).contains(setting));
    }

    @Test
    void settings_besides_retentions_are_real_ones() throws IOException {
        String page =
                Files.readString(REPOSITORY.resolve("docs/configuration.md")).toUpperCase(Locale.ROOT);

        assertThat(Retention.fiveMinutes())
                .allSatisfy(setting -> assertThat(page.replaceAll("[.-]", "_"))
                        .contains("`" + setting.substring(0, setting.indexOf('=')) + "`"));
    }

    @Test
    void an_inbox_is_kept_alike_in_every_service() {
        assertThat(Retention.of("relationship.inbox")).contains(Retention.INBOX);
        assertThat(Retention.of("life.line")).contains(Retention.ENCOUNTERS);
        assertThat(Retention.of("life.mind")).isEmpty();
    }
}
