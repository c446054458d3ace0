package viva.system;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What a running world shows of itself: metrics, traces and logs; and dashboards and alerts, held to that. */
class ObservabilityTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path FOLDER = REPOSITORY.resolve("deploy/observability");
    private static final Path MODEL = Path.of("../llm-service/app/src/test/mock-llm");
    private static final Set<String> SERVICES =
            Set.of("gateway", "avatar", "life", "relationship", "matchmaker", "llm");
    private static final Pattern ROW = Pattern.compile("\\| `(viva_\\w+)` \\| (\\w+) \\|([^|]*)\\|.*");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern PART_OF_A_TIME = Pattern.compile("(viva_\\w+_seconds)_(?:bucket|count|sum|max)");

    private static final String SAID = "How was your day by the quiet lake?";
    private static final String ANSWERED = "I watched the rain today.";

    private static MockLlm model;
    private static Collector collector;
    private static World world;

    @BeforeAll
    static void an_owner_talks_with_an_avatar_that_speaks_with_a_model() throws IOException {
        collector = Collector.start();
        model = MockLlm.start(MODEL, Ports.free());
        model.rules(ModelRules.saying(ANSWERED));
        world = World.observed(model.baseUrl(), collector.url());
        Owner owner = Owner.signUp(world);
        String luna = owner.newAvatar("Luna");
        // Said until the model was asked: on a busy machine the first answers of a world may come too late for it.
        await().untilAsserted(() -> {
            PhoenixScript.start("model.mjs", world.url().toString(), owner.socketToken(), luna, SAID)
                    .result();
            assertThat(exposed().series()).anyMatch(series -> series.name().equals("viva_llm_tokens_total"));
        });
    }

    @AfterAll
    static void stop() {
        world.stop();
        model.close();
        collector.close();
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

    @Test
    void an_owners_message_is_one_trace_from_the_gateway_to_the_words_and_back() {
        await().untilAsserted(() -> assertThat(collector.tracesWith("create life.owner_message.v1"))
                .anySatisfy(trace -> assertThat(collector.spansOf(trace))
                        .contains(
                                "create life.owner_message.v1",
                                "create llm.speak.v1",
                                "process llm.interactive",
                                "create life.words.v1",
                                "create conversation.message.v1",
                                "process gateway.timeline")
                        .anyMatch(name -> name.startsWith("process life.shard."))));
    }

    @Test
    void a_line_of_a_log_names_service_replica_message_avatar_and_trace_and_quotes_nobody() throws Exception {
        JsonNode message = new ObjectMapper()
                .readTree(REPOSITORY
                        .resolve("contracts/src/test/resources/golden/life.trigger_thought.v1.json")
                        .toFile());
        world.publish("viva.commands", "avatar.memories", message.toString());

        String trace = message.path("traceparent").asText().substring(3, 35);
        await().untilAsserted(() -> assertThat(linesOf("avatar")).anySatisfy(line -> {
            assertThat(line.path("level").asText()).isEqualTo("ERROR");
            assertThat(line.path("service").asText()).isEqualTo("avatar");
            assertThat(line.path("replica").asText()).matches("\\S+:\\d+");
            assertThat(line.path("mdc").path("event").asText())
                    .isEqualTo(message.path("id").asText());
            assertThat(line.path("mdc").path("avatar").asText())
                    .isEqualTo(message.path("subject").asText());
            assertThat(line.path("mdc").path("traceId").asText()).isEqualTo(trace);
        }));
        for (String service : SERVICES) {
            assertThat(linesOf(service)).isNotEmpty();
        }
        assertThat(world.logs()).doesNotContain(SAID, ANSWERED, "top-secret");
    }

    /** Every line that the service itself has written; what its JVM says before stands there as it is. */
    private static List<JsonNode> linesOf(String service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (World.Instance instance : world.instances(service)) {
            for (String line : World.read(instance.log()).split("\n", -1)) {
                assertThat(line).doesNotContainPattern("^\\d{4}-\\d\\d-\\d\\dT");
                if (line.startsWith("{") && line.endsWith("}")) {
                    lines.add(new ObjectMapper().readTree(line));
                }
            }
        }
        return lines;
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
