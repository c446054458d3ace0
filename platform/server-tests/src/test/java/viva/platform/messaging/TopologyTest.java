package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Connection;
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
import viva.platform.servers.rabbitmq.BrokerRooms;

class TopologyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void the_broker_has_the_queues_that_the_topology_names_with_every_argument_and_binding() throws Exception {
        try (TestBroker broker = new TestBroker()) {
            new BrokerRooms(broker.server().url()).declare();

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
            }
            for (Topology.Binding binding : Topology.bindings()) {
                assertThat(bindings).as("%s", binding).anyMatch(found -> isBinding(found, binding));
            }
            JsonNode commands = byName(get(broker, "exchanges")).get(Topology.COMMANDS);
            assertThat(commands.path("arguments").path("alternate-exchange").asText())
                    .isEqualTo(Topology.UNROUTABLE_EXCHANGE);
        }
    }

    @Test
    void a_service_waits_for_the_topology_and_names_what_is_missing() throws Exception {
        try (TestBroker broker = TestBroker.bare()) {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(broker.server().url());
            try (Connection connection = factory.newConnection()) {
                assertThatThrownBy(() -> Topology.check(connection))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(
                                "the broker has no viva.events, viva.unroutable, viva.commands, viva.live, viva.dead,"
                                        + " viva.replay, viva.kept, viva.expired");
            }
            Broker links = new Broker(broker.config());
            try {
                assertThat(links.publishing().isOpen()).isFalse();

                broker.declareTopology();

                await().until(() ->
                        links.publishing().isOpen() && links.consuming().isOpen());
            } finally {
                links.stop(null);
            }
        }
    }

    private static boolean isBinding(JsonNode found, Topology.Binding binding) {
        return found.path("source").asText().equals(binding.source())
                && found.path("destination").asText().equals(binding.destination())
                && found.path("destination_type").asText().equals(binding.isToExchange() ? "exchange" : "queue")
                && found.path("routing_key").asText().equals(binding.routingKey())
                && found.path("arguments").size() == binding.arguments().size();
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
