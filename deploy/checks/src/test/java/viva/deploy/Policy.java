package viva.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What every workload of ours must have, whatever the API server would accept. */
final class Policy {
    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    private final List<String> violations = new ArrayList<>();

    private Policy() {}

    /** What the objects lack, one sentence each. */
    static List<String> violations(List<Node> objects) {
        Policy policy = new Policy();
        List<Node> deployments =
                objects.stream().filter(object -> kind(object, "Deployment")).toList();
        Stream.concat(deployments.stream(), objects.stream().filter(Policy::isOtherWorkload))
                .forEach(policy::workload);
        deployments.forEach(deployment -> policy.deployment(deployment, objects));
        policy.require(
                objects.stream().anyMatch(Policy::isDefaultDeny), "no NetworkPolicy denies what no other one allows");
        policy.require(
                objects.stream()
                        .filter(object -> kind(object, "ServiceAccount"))
                        .allMatch(account -> account.at("automountServiceAccountToken")
                                .text()
                                .equals("false")),
                "a ServiceAccount hands out its token");
        return policy.violations;
    }

    private void workload(Node workload) {
        String name = name(workload);
        Node pod = workload.at("spec", "template", "spec");
        require(pod.at("securityContext", "runAsNonRoot").text().equals("true"), name + " may run as root");
        require(!pod.at("securityContext", "runAsUser").text().isEmpty(), name + " has no user");
        require(
                pod.at("securityContext", "seccompProfile", "type").text().equals("RuntimeDefault"),
                name + " has no seccomp profile");
        require(pod.at("automountServiceAccountToken").text().equals("false"), name + " mounts a token");
        require(
                !pod.at("hostNetwork").isThere() && !pod.at("hostPID").isThere(),
                name + " shares the host's namespaces");
        for (Node container : pod.at("containers").items()) {
            container(workload, container);
        }
    }

    private void container(Node workload, Node container) {
        String name = name(workload);
        Node security = container.at("securityContext");
        require(security.at("allowPrivilegeEscalation").text().equals("false"), name + " may gain privileges");
        require(security.at("capabilities", "drop").items().toString().equals("[ALL]"), name + " keeps capabilities");
        require(
                security.at("readOnlyRootFilesystem").text().equals("true") || name.equals("StatefulSet rabbitmq"),
                name + " can write to its image");
        for (String resource : List.of("cpu", "memory")) {
            require(container.at("resources", "requests", resource).isThere(), name + " requests no " + resource);
            require(container.at("resources", "limits", resource).isThere(), name + " has no limit of " + resource);
        }
        require(container.at("image").text().matches("[^:]+:[^:]+(@sha256:[0-9a-f]{64})?"), name + " has no tag");
        if (!kind(workload, "Job")) {
            PROBES.forEach(probe -> require(container.at(probe).isThere(), name + " has no " + probe));
        }
    }

    private void deployment(Node deployment, List<Node> objects) {
        String name = name(deployment);
        Node pod = deployment.at("spec", "template", "spec");
        require(!pod.at("topologySpreadConstraints").items().isEmpty(), name + " is not spread");
        require(!deployment.at("spec", "replicas").isThere(), name + " sets replicas against its autoscaler");
        int grace = number(pod.at("terminationGracePeriodSeconds"));
        int pause = number(pod.at("containers").items().getFirst().at("lifecycle", "preStop", "sleep", "seconds"));
        require(pause > 0, name + " stops before the endpoints know");
        require(grace >= pause + 20, name + " is killed before it has drained");
        for (Node container : pod.at("containers").items()) {
            require(
                    PROBES.stream()
                            .map(probe -> container.at(probe, "httpGet", "port"))
                            .allMatch(port -> port.text().equals("management")),
                    name + " is probed at the port that others use");
        }
        require(
                objects.stream()
                        .filter(object -> kind(object, "Service")
                                && object.at("metadata", "name").equals(deployment.at("metadata", "name")))
                        .flatMap(service -> service.at("spec", "ports").items().stream())
                        .noneMatch(port -> port.at("targetPort").text().equals("management")),
                name + " tells others how it is");
        for (String companion : List.of("Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy")) {
            require(
                    objects.stream()
                            .anyMatch(object -> kind(object, companion)
                                    && object.at("metadata", "name").equals(deployment.at("metadata", "name"))),
                    name + " has no " + companion);
        }
    }

    private void require(boolean holds, String violation) {
        if (!holds) {
            violations.add(violation);
        }
    }

    private static boolean isOtherWorkload(Node object) {
        return kind(object, "StatefulSet") || kind(object, "Job");
    }

    private static boolean isDefaultDeny(Node object) {
        return kind(object, "NetworkPolicy")
                && object.at("spec", "podSelector").names().isEmpty()
                && object.at("spec", "policyTypes").items().toString().equals("[Ingress, Egress]")
                && !object.at("spec", "ingress").isThere()
                && !object.at("spec", "egress").isThere();
    }

    private static boolean kind(Node object, String kind) {
        return object.at("kind").text().equals(kind);
    }

    private static String name(Node object) {
        return object.at("kind") + " " + object.at("metadata", "name");
    }

    private static int number(Node node) {
        return node.isThere() ? Integer.parseInt(node.text()) : 0;
    }
}
