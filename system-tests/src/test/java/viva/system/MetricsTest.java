package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import viva.platform.servers.Ports;
import viva.platform.testkit.MockLlm;

/** Dashboards, alerts and the table of metrics, held to what the services of a running world expose. */
class MetricsTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path FOLDER = REPOSITORY.resolve("deploy/observability");
    private static final Path MODEL = Path.of("../llm-service/app/src/test/mock-llm");
    private static final Set<String> SERVICES =
            Set.of("gateway", "avatar", "life", "relationship", "matchmaker", "llm");
    private static final Pattern ROW = Pattern.compile("\\| `(viva_\\w+)` \\| (\\w+) \\|([^|]*)\\|.*");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern PART_OF_A_TIME = Pattern.compile("(viva_\\w+_seconds)_(?:bucket|count|sum|max)");

    private static MockLlm model;
    private static World world;

    @BeforeAll
    static void an_owner_talks_with_an_avatar_that_speaks_with_a_model() throws IOException {
        model = MockLlm.start(MODEL, Ports.free());
        String answer = TextNode.valueOf(
                        "{\"id\":\"1\",\"model\":\"mock-1\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"I watched the rain today.\"},\"finish_reason\":\"stop\"}]}")
                .toString();
        model.rules(
                "{\"rules\":[{\"path\":\"/v1/chat/completions\",\"response\":{\"status\":200,\"content\":" + answer
                        + "}},{\"path\":\"/v1/models\",\"response\":{\"status\":200,\"content\":\"{\\\"data\\\":[{\\\"id\\\":\\\"mock-1\\\"}]}\"}}]}");
        world = World.observed(model.baseUrl());
        Owner owner = Owner.signUp(world);
        String luna = owner.newAvatar("Luna");
        await().untilAsserted(() -> assertThat(PhoenixScript.start(
                                "model.mjs", world.url().toString(), owner.socketToken(), luna, "How was your day?")
                        .result()
                        .path("seen")
                        .path(0)
                        .path("response")
                        .path("voice")
                        .asText())
                .isEqualTo("model"));
    }

    @AfterAll
    static void stop() {
        world.stop();
        model.close();
    }

    @Test
    void every_dashboard_asks_for_what_services_expose() throws IOException {
        List<String> queries = new ArrayList<>();
        for (String name : List.of("world", "operations")) {
            JsonNode dashboard = new ObjectMapper()
                    .readTree(FOLDER.resolve("grafana/" + name + ".json").toFile());
            dashboard
                    .path("panels")
                    .findValues("targets")
                    .forEach(targets -> targets.forEach(target -> {
                        queries.add(target.path("expr").asText());
                        queries.addAll(labelsOf(target));
                    }));
            dashboard
                    .path("templating")
                    .path("list")
                    .forEach(variable ->
                            queries.add(variable.path("query").path("query").asText()));
        }

        assertThat(queries).hasSizeGreaterThan(40);
        requireExposed(queries);
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_alert_asks_for_what_services_expose() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        List<String> queries = new ArrayList<>();
        for (Map<String, Object> group : (List<Map<String, Object>>) file.get("groups")) {
            ((List<Map<String, Object>>) group.get("rules")).forEach(rule -> queries.add((String) rule.get("expr")));
        }

        assertThat(queries).hasSizeGreaterThan(10);
        requireExposed(queries);
    }

    @Test
    void the_table_of_metrics_says_which_service_exposes_what_with_which_labels() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Files.readString(REPOSITORY.resolve("docs/metrics.md")).lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> services = row.group(2).equals("all") ? SERVICES : Set.of(row.group(2));
                documented.put(row.group(1), new TreeSet<>(services) + " " + words(row.group(3)));
            }
        });

        assertThat(documented).hasSizeGreaterThan(20);
        await().untilAsserted(() -> assertThat(ours()).isEqualTo(documented));
    }

    private static void requireExposed(List<String> queries) {
        await().untilAsserted(() -> {
            Exposed exposed = exposed();
            assertThat(queries.stream().flatMap(query -> exposed.faults(query).stream()))
                    .isEmpty();
        });
    }

    /** The legend of a line names labels that its query leaves. */
    private static List<String> labelsOf(JsonNode target) {
        List<String> queries = new ArrayList<>();
        Matcher label = LEGEND.matcher(target.path("legendFormat").asText());
        while (label.find()) {
            queries.add("sum by (%s) (%s)"
                    .formatted(label.group(1), target.path("expr").asText()));
        }
        return queries;
    }

    /** Every metric with a name of ours, with its services and its labels. */
    private static Map<String, String> ours() {
        Map<String, Set<String>> services = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Exposed.Series series : exposed().series()) {
            if (series.name().startsWith("viva_")) {
                Matcher part = PART_OF_A_TIME.matcher(series.name());
                String name = part.matches() ? part.group(1) : series.name();
                services.computeIfAbsent(name, _ -> new TreeSet<>()).add(series.process());
                Set<String> all = labels.computeIfAbsent(name, _ -> new TreeSet<>());
                all.addAll(series.labels().keySet());
                all.removeAll(Set.of("service", "le"));
            }
        }
        Map<String, String> ours = new TreeMap<>();
        services.forEach((name, who) -> ours.put(name, who + " " + labels.get(name)));
        return ours;
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    private static Exposed exposed() {
        Exposed all = new Exposed(List.of());
        for (String service : SERVICES) {
            for (World.Instance instance : world.instances(service)) {
                Owner.Answer answer = Owner.send(instance.management(), "GET", "/q/metrics", null, null);
                assertThat(answer.status()).as(service).isEqualTo(200);
                all = all.and(Exposed.of(service, answer.body()));
            }
        }
        return all;
    }
}
