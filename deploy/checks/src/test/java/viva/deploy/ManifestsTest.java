package viva.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void an_overlay_obeys_the_schemas_of_the_api_server(String overlay, @TempDir Path folder) throws IOException {
        String rendered = Tools.render(overlay);

        assertThat(Tools.faults("kubernetes", Files.writeString(folder.resolve("rendered.yaml"), rendered)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "maxSkew: 1, maxSkew: one, must be integer",
        "readinessProbe:, readynessProbe:, is no field",
        "apiVersion: policy/v1, apiVersion: policy/v7, unknown kind",
        "containerPort: 4001, hostPort: 4001, must have required property"
    })
    void a_fault_in_an_object_is_found(String text, String fault, String complaint, @TempDir Path folder)
            throws IOException {
        String rendered = Tools.render("prod");

        assertThat(rendered).contains(text);
        assertThat(Tools.faults(
                        "kubernetes", Files.writeString(folder.resolve("f.yaml"), rendered.replace(text, fault))))
                .anyMatch(line -> line.contains(complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void an_overlay_obeys_our_policies(String overlay) {
        assertThat(Policy.violations(objects(overlay))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "readinessProbe:, terminationMessagePolicy:, has no readinessProbe",
        "livenessProbe:, terminationMessagePolicy:, has no livenessProbe",
        "startupProbe:, terminationMessagePolicy:, has no startupProbe",
        "runAsNonRoot: true, runAsNonRoot: false, may run as root",
        "limits:, nothing:, has no limit of memory",
        "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false, can write to its image",
        "allowPrivilegeEscalation: false, allowPrivilegeEscalation: true, may gain privileges",
        "- ALL, - NET_RAW, keeps capabilities",
        "type: RuntimeDefault, type: Unconfined, has no seccomp profile",
        "automountServiceAccountToken: false, automountServiceAccountToken: true, hands out its token",
        "terminationGracePeriodSeconds: 40, terminationGracePeriodSeconds: 10, is killed before it has drained",
        "kind: PodDisruptionBudget, kind: ConfigMap, has no PodDisruptionBudget",
        "kind: NetworkPolicy, kind: ConfigMap, no NetworkPolicy denies",
        "port: management, port: http, is probed at the port that others use",
        "targetPort: http, targetPort: management, tells others how it is"
    })
    void a_manifest_that_loses_what_a_policy_demands_is_refused(String text, String fault, String violation) {
        String rendered = Tools.render("prod");
        assertThat(rendered).contains(text);

        List<String> violations = Policy.violations(Repository.documents(rendered.replace(text, fault)));

        assertThat(violations).anyMatch(line -> line.contains(violation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void each_service_listens_on_its_port_and_is_found_there_by_the_others(String overlay) {
        List<Node> objects = objects(overlay);
        Node addresses = named(objects, "ConfigMap", "viva-").at("data");
        for (String service : Repository.SERVICES.keySet()) {
            String port = Integer.toString(Repository.port(service));
            Node container = container(objects, service);
            assertThat(containerPorts(container))
                    .isEqualTo(Map.of("http", port, "management", Integer.toString(Repository.managementPort())));
            assertThat(environment(container)).containsEntry("PORT", port);
            assertThat(named(objects, "Service", service)
                            .at("spec", "ports")
                            .items()
                            .getFirst()
                            .at("port")
                            .text())
                    .isEqualTo(port);
            assertThat(addresses.at(service.toUpperCase(Locale.ROOT) + "_URL").text())
                    .isEqualTo("http://%s:%s".formatted(service, port));
            assertThat(container.at("startupProbe", "httpGet", "path").text()).isEqualTo("/q/health/started");
            assertThat(container.at("livenessProbe", "httpGet", "path").text()).isEqualTo("/q/health/live");
            assertThat(container.at("readinessProbe", "httpGet", "path").text()).isEqualTo("/q/health/ready");
        }
    }

    @Test
    void metrics_are_read_from_every_pod_by_the_namespace_for_monitoring_and_nobody_else() {
        List<Node> objects = objects("prod");

        for (String service : Repository.SERVICES.keySet()) {
            Node annotations = named(objects, "Deployment", service).at("spec", "template", "metadata", "annotations");
            assertThat(annotations.at("prometheus.io/port").text())
                    .isEqualTo(Integer.toString(Repository.managementPort()));
            assertThat(annotations.at("prometheus.io/path").text()).isEqualTo("/q/metrics");
        }
        assertThat(objects.stream()
                        .filter(object -> object.at("kind").text().equals("NetworkPolicy"))
                        .flatMap(policy -> policy.at("spec", "ingress").items().stream())
                        .filter(rule -> rule.at("ports").items().stream()
                                .anyMatch(port -> port.at("port").text().equals("management")))
                        .map(rule -> rule.at("from").items())
                        .toList())
                .singleElement()
                .hasToString("[{namespaceSelector={matchLabels={kubernetes.io/metadata.name=monitoring}}}]");
    }

    @Test
    void every_name_that_a_container_is_given_is_documented() {
        List<Node> objects = objects("prod");
        Set<String> documented = Set.copyOf(Repository.documentedNames());

        for (String service : Repository.SERVICES.keySet()) {
            assertThat(documented)
                    .containsAll(environment(container(objects, service)).keySet());
        }
        assertThat(documented)
                .containsAll(named(objects, "ConfigMap", "viva-").at("data").names());
    }

    @Test
    void the_development_secrets_hold_every_key_that_is_asked_for() {
        List<Node> objects = objects("dev");
        for (Node workload : objects) {
            for (Node container :
                    workload.at("spec", "template", "spec", "containers").items()) {
                for (Node variable : container.at("env").items()) {
                    Node secret = variable.at("valueFrom", "secretKeyRef");
                    if (secret.isThere() && !secret.at("optional").isThere()) {
                        assertThat(named(objects, "Secret", secret.at("name").text())
                                        .at("data")
                                        .names())
                                .as(secret.at("name").text())
                                .contains(secret.at("key").text());
                    }
                }
            }
        }
    }

    /** Network policies name the edges that services really use: the ports that the callee has, and both ends of each edge. */
    @Test
    void what_may_leave_one_service_may_enter_the_other() {
        List<Node> objects = objects("dev");
        Map<String, Node> policies = objects.stream()
                .filter(object -> object.at("kind").text().equals("NetworkPolicy"))
                .collect(
                        Collectors.toMap(object -> object.at("metadata", "name").text(), object -> object));

        for (String caller : Repository.SERVICES.keySet()) {
            for (Node edge : policies.get(caller).at("spec", "egress").items()) {
                for (Node end : edge.at("to").items()) {
                    String callee = end.at("podSelector", "matchLabels", "app.kubernetes.io/name")
                            .text();
                    if (!callee.isEmpty()) {
                        assertThat(edge.at("ports")
                                        .items()
                                        .getFirst()
                                        .at("port")
                                        .text())
                                .isEqualTo(Integer.toString(Repository.port(callee)));
                        assertThat(callersOf(policies.get(callee))).as(callee).contains(caller);
                    }
                }
            }
        }
        assertThat(callersOf(policies.get("postgres")))
                .containsAll(Repository.SERVICES.keySet())
                .contains("prepare");
        assertThat(callersOf(policies.get("rabbitmq"))).containsAll(Repository.SERVICES.keySet());
        assertThat(callersOf(policies.get("redis"))).containsExactlyInAnyOrder("gateway", "llm");
    }

    private static List<String> callersOf(Node policy) {
        return policy.at("spec", "ingress").items().stream()
                .flatMap(rule -> rule.at("from").items().stream())
                .map(from -> from.at("podSelector", "matchLabels", "app.kubernetes.io/name")
                        .text())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Map<String, String> containerPorts(Node container) {
        Map<String, String> ports = new HashMap<>();
        container
                .at("ports")
                .items()
                .forEach(port -> ports.put(
                        port.at("name").text(), port.at("containerPort").text()));
        return ports;
    }

    private static Map<String, String> environment(Node container) {
        Map<String, String> environment = new HashMap<>();
        container
                .at("env")
                .items()
                .forEach(variable -> environment.put(
                        variable.at("name").text(), variable.at("value").text()));
        return environment;
    }

    private static Node container(List<Node> objects, String service) {
        return named(objects, "Deployment", service)
                .at("spec", "template", "spec", "containers")
                .items()
                .getFirst();
    }

    /** The first object of a kind whose name begins so: generated names have a hash at their end. */
    private static Node named(List<Node> objects, String kind, String beginning) {
        return objects.stream()
                .filter(object -> object.at("kind").text().equals(kind))
                .filter(object -> object.at("metadata", "name").text().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + beginning));
    }

    private static List<Node> objects(String overlay) {
        return Repository.documents(Tools.render(overlay));
    }
}
