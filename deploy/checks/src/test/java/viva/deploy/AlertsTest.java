package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards as files; whether their metrics exist is known to the system tests, which run the services. */
class AlertsTest {
    private static final Path FOLDER = Path.of("deploy/observability");
    private static final Pattern HEADING = Pattern.compile("^## (\\S+)$", Pattern.MULTILINE);
    private static final Pattern SECTION = Pattern.compile("^## .*\\R((?:(?!## ).*\\R?)*)", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("\\*(?!\\*)([A-Z][^*\n]+)\\*(?!\\*)");
    private static final int A_FEW_SENTENCES = 150;

    @Test
    void every_alert_says_how_urgent_it_is_and_where_its_paragraph_stands() {
        assertThat(alerts()).hasSizeGreaterThan(10);
        for (Node alert : alerts()) {
            String name = alert.at("alert").text();
            assertThat(name).matches("Viva[A-Za-z]+");
            assertThat(alert.at("labels", "severity").text()).as(name).isIn("page", "ticket", "info");
            assertThat(alert.at("annotations", "summary").text()).as(name).isNotBlank();
            assertThat(alert.at("annotations", "runbook_url").text())
                    .isEqualTo("docs/runbooks/alerts.md#" + name.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void every_alert_has_a_paragraph_and_every_paragraph_an_alert() {
        String runbook = Repository.text("docs/runbooks/alerts.md");

        List<String> names =
                alerts().stream().map(alert -> alert.at("alert").text()).toList();
        assertThat(Repository.all(HEADING, runbook)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Repository.all(SECTION, runbook))
                .hasSameSizeAs(names)
                .allSatisfy(paragraph -> assertThat(paragraph.strip()).hasSizeGreaterThan(A_FEW_SENTENCES));
    }

    @Test
    void prometheus_reads_the_alerts_and_grafana_the_dashboards() {
        String compose = Repository.text("docker-compose.yml");
        Node prometheus =
                Repository.yaml(Repository.text(FOLDER.resolve("prometheus.yml").toString()));
        Node provider = Repository.yaml(
                Repository.text(FOLDER.resolve("grafana/dashboards.yml").toString()));

        String rules = prometheus.at("rule_files").items().getFirst().text();
        assertThat(compose).contains("./deploy/observability/alerts.yml:" + rules + ":ro");
        String folder = provider.at("providers")
                .items()
                .getFirst()
                .at("options", "path")
                .text();
        for (String dashboard : List.of("world", "operations")) {
            assertThat(compose)
                    .contains("./deploy/observability/grafana/%s.json:%s/%s.json:ro"
                            .formatted(dashboard, folder, dashboard));
        }
    }

    @Test
    void every_panel_has_a_title_a_description_a_unit_and_the_data_source_that_is_provisioned() {
        String source = Repository.yaml(Repository.text(
                        FOLDER.resolve("grafana/datasources.yml").toString()))
                .at("datasources")
                .items()
                .getFirst()
                .at("uid")
                .text();
        for (String dashboard : List.of("world", "operations")) {
            List<Node> panels = panels(dashboard);
            assertThat(panels).hasSizeGreaterThan(10);
            for (Node panel : panels) {
                String title = panel.at("title").text();
                assertThat(title).isNotBlank();
                assertThat(panel.at("description").text()).as(title).isNotBlank();
                assertThat(panel.at("fieldConfig", "defaults", "unit").text())
                        .as(title)
                        .isNotBlank();
                assertThat(panel.at("targets").items()).as(title).isNotEmpty();
                for (Node target : panel.at("targets").items()) {
                    assertThat(target.at("datasource", "uid").text()).as(title).isEqualTo(source);
                }
            }
            assertThat(panels.stream().map(panel -> panel.at("id").text())).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_runbook_speaks_of_panels_that_there_are() {
        List<String> titles = new ArrayList<>();
        for (String dashboard : List.of("world", "operations")) {
            panels(dashboard).forEach(panel -> titles.add(panel.at("title").text()));
        }

        List<String> named = new ArrayList<>(Repository.all(QUOTED, Repository.text("docs/runbooks/alerts.md")));
        named.removeIf(word -> word.startsWith("VIVA") || word.endsWith("…") || word.equals("Refused"));
        named.remove("ACCESS_REFUSED");
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(titles).anyMatch(title -> title.startsWith(name)));
    }

    private static List<Node> alerts() {
        List<Node> alerts = new ArrayList<>();
        Repository.yaml(Repository.text(FOLDER.resolve("alerts.yml").toString()))
                .at("groups")
                .items()
                .forEach(group -> alerts.addAll(group.at("rules").items()));
        return alerts;
    }

    /** JSON is YAML, too. */
    private static List<Node> panels(String dashboard) {
        String file = FOLDER.resolve("grafana/" + dashboard + ".json").toString();
        assertThat(Files.exists(Repository.ROOT.resolve(file))).isTrue();
        return Repository.yaml(Repository.text(file)).at("panels").items().stream()
                .filter(panel -> !panel.at("type").text().equals("row"))
                .toList();
    }
}
