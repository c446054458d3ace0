package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void the_broker_has_the_queues_that_the_topology_names_with_every_argument_and_binding() throws Exception {
        try (TestBroker broker = new TestBroker()) {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(broker.config().url());

            try (var connection = factory.newConnection();
                    var channel = connection.createChannel()) {
                Topology.declare(channel);
                Topology.declare(channel);
            }

            Map<String, JsonNode> declared = byName(get(broker, "queues"));
            assertThat(declared.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Topology.queues().stream().map(Topology.Queue::name).toList());
            JsonNode bindings = get(broker, "bindings");
            for (Topology.Queue queue : Topology.queues()) {
                JsonNode found = declared.get(queue.name());
                assertThat(found.path("durable").asBoolean()).as(queue.name()).isTrue();
                JsonNode arguments = MAPPER.readTree(MAPPER.writeValueAsString(queue.arguments()));
                assertThat(found.path("arguments")).as(queue.name()).isEqualTo(arguments);
                for (String key : queue.routingKeys()) {
                    assertThat(bindings).as(queue.name()).anyMatch(b -> isBinding(b, queue, key));
                }
            }
            JsonNode commands = byName(get(broker, "exchanges")).get(Topology.COMMANDS);
            assertThat(commands.path("arguments").path("alternate-exchange").asText())
                    .isEqualTo(Topology.UNROUTABLE_EXCHANGE);
        }
    }

    private static boolean isBinding(JsonNode binding, Topology.Queue queue, String key) {
        return binding.path("source").asText().equals(queue.exchange())
                && binding.path("destination").asText().equals(queue.name())
                && binding.path("routing_key").asText().equals(key);
    }

    private static Map<String, JsonNode> byName(JsonNode items) {
        Map<String, JsonNode> byName = new TreeMap<>();
        items.forEach(item -> byName.put(item.path("name").asText(), item));
        return byName;
    }

    private static JsonNode get(TestBroker broker, String what) throws IOException, InterruptedException {
        URI management = broker.server().managementUrl();
        String credentials =
                Base64.getEncoder().encodeToString(management.getUserInfo().getBytes(StandardCharsets.UTF_8));
        URI url = URI.create("http://%s:%d/api/%s/%%2F".formatted(management.getHost(), management.getPort(), what));
        HttpRequest request = HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + credentials)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return MAPPER.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }
}
