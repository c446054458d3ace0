package viva.society;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.Json;

class SimulateTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @Test
    void a_report_is_written_for_people_and_for_programs() throws Exception {
        int code = simulate(
                "--avatars",
                "5",
                "--days",
                "6",
                "--seed",
                "11",
                "--out",
                folder.resolve("a/b").toString());

        JsonNode report =
                Json.mapper().readTree(folder.resolve("a/b/report.json").toFile());
        String page = Files.readString(folder.resolve("a/b/report.html"));
        assertThat(code).isZero();
        assertThat(report.path("world_hash").asText()).matches("[0-9a-f]{64}");
        assertThat(report.path("world").path("seed").asLong()).isEqualTo(11);
        assertThat(report.path("unlike_the_service")).isNotEmpty();
        assertThat(report.path("invitations").path("accepted").asLong()).isPositive();
        assertThat(report.path("figures")).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.path("expected").has("low")).isTrue();
            assertThat(figure.path("source").asText()).isNotBlank();
        });
        assertThat(page)
                .contains(report.path("world_hash").asText())
                .contains("<svg")
                .contains(report.path("unlike_the_service").path(0).asText())
                .doesNotContain("{{");
    }

    @Test
    void the_page_is_well_formed_and_needs_nothing_from_anywhere() throws Exception {
        simulate("--avatars", "3", "--days", "1", "--quiet", "--out", folder.toString());

        String page = Files.readString(folder.resolve("report.html"));
        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                        .getElementsByTagName("svg")
                        .getLength())
                .isPositive();
        assertThat(page).doesNotContain("http", "src=", "href=", "<script", "<link", "url(", "@import", "NaN");
    }

    @Test
    void progress_is_told_in_plain_lines_where_there_is_no_terminal() {
        simulate("--avatars", "2", "--days", "1", "--out", folder.toString());

        assertThat(said.toString()).contains("A world of 2 for 1 world days").contains("100 %  day  1.0 of 1");
        assertThat(said.toString()).doesNotContain("\r\033").contains("world_hash");
    }

    @Test
    void quiet_is_quiet_about_progress() {
        simulate("--avatars", "2", "--days", "1", "--quiet", "--out", folder.toString());

        assertThat(said.toString()).doesNotContain("ticks/s").contains("world_hash");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--avatars 0|must be in [1,200000]: avatars = 0",
                "--avatars 200001|must be in [1,200000]: avatars = 200001",
                "--avatars many|Invalid value for option '--avatars': 'many' is not an int",
                "--days 0|must be in [1,366]: days = 0",
                "--threads 0|must be in [1,1024]: threads = 0",
                "--start yesterday|must be an instant such as 2030-01-01T17:00:00Z: start = yesterday",
                "--start +70000-01-01T00:00:00Z|must be within 2000000000000000 ms of the epoch: start = +70000-01-01T00:00:00Z",
                "--start +999999999-01-01T00:00:00Z|must be an instant such as 2030-01-01T17:00:00Z: start ="
                        + " +999999999-01-01T00:00:00Z",
                "--colour blue|Unknown options: '--colour', 'blue'",
                "--seed|Missing required parameter for option '--seed' (N)"
            })
    void options_that_make_no_sense_are_answered_in_one_line(String options, String message) {
        int code = simulate(options.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(complained.toString()).isEqualTo("viva simulate: " + message + System.lineSeparator());
    }

    @Test
    void a_file_is_no_folder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(simulate("--out", file.toString())).isEqualTo(2);
        assertThat(simulate("--out", file.resolve("below").toString())).isEqualTo(2);
        assertThat(complained.toString().lines()).hasSize(2).allMatch(line -> line.contains(": out = "));
    }

    private int simulate(String... options) {
        return Simulate.run(new PrintWriter(said, true), new PrintWriter(complained, true), options);
    }
}
