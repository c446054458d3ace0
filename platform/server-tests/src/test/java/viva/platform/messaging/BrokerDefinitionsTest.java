package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import viva.contracts.ShardId;
import viva.contracts.message.Event;
import viva.contracts.message.LiveFrame;
import viva.contracts.message.MessageTypes;
import viva.platform.letters.DeadLetters;

class BrokerDefinitionsTest {
    private static final Path FILE = Path.of("../../deploy/rabbitmq/definitions.json");

    @Test
    void the_definitions_that_deployments_load_are_those_of_the_topology() throws IOException {
        assertStands(FILE, BrokerDefinitions.json());
    }

    @Test
    void what_a_preparation_takes_away_is_what_the_topology_says() throws IOException {
        assertStands(FILE.resolveSibling("former.json"), BrokerDefinitions.former());
    }

    private static void assertStands(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("viva.docs.update")) {
            Files.writeString(file, expected);
        }

        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    @Test
    void every_event_is_said_by_exactly_one_service_but_for_those_about_erasures() {
        MessageTypes.all().forEach((type, record) -> {
            if (Event.class.isAssignableFrom(record) && !type.startsWith("erasure.")) {
                assertThat(speakers(type, Topology.EVENTS)).as(type).hasSize(1);
            }
        });
        assertThat(speakers("erasure.done.v1", Topology.EVENTS))
                .containsExactlyElementsOf(
                        BrokerRights.all().stream().map(BrokerRights::service).toList());
        assertThat(speakers("erasure.left.v1", Topology.EVENTS)).containsExactly("matchmaker", "relationship");
    }

    @Test
    void every_live_frame_is_said_and_heard_by_somebody() {
        MessageTypes.all().forEach((type, record) -> {
            if (LiveFrame.class.isAssignableFrom(record)) {
                String key = key(type);
                assertThat(speakers(type, Topology.LIVE)).as(type).isNotEmpty();
                assertThat(BrokerRights.all())
                        .as(type)
                        .anyMatch(rights -> matches(rights.listens().get(Topology.LIVE), key));
            }
        });
    }

    @Test
    void no_right_is_about_messages_that_do_not_exist() {
        for (BrokerRights rights : BrokerRights.all()) {
            assertThat(List.of(
                            rights.publishes().get(Topology.EVENTS),
                            rights.publishes().get(Topology.LIVE)))
                    .as(rights.service())
                    .allMatch(keys -> keys.equals(BrokerRights.NOTHING)
                            || MessageTypes.all().keySet().stream().anyMatch(type -> matches(keys, key(type))));
        }
    }

    @Test
    void every_queue_is_read_by_exactly_one_service() {
        for (Topology.Queue queue : Topology.queues()) {
            if (!queue.name().equals(Topology.UNROUTABLE)) {
                assertThat(BrokerRights.all())
                        .as(queue.name())
                        .filteredOn(rights -> matches(rights.read(), queue.name()))
                        .singleElement()
                        .satisfies(rights -> assertThat(queue.name()).startsWith(rights.service() + "."));
            }
        }
    }

    @Test
    void no_service_may_declare_or_write_a_queue_of_the_topology() {
        for (BrokerRights rights : BrokerRights.all()) {
            for (Topology.Queue queue : Topology.queues()) {
                assertThat(matches(rights.configure(), queue.name())).isFalse();
                assertThat(matches(rights.write(), queue.name())).isFalse();
            }
        }
    }

    @Test
    void a_service_has_one_dead_letter_queue_for_all_its_queues() {
        List<Topology.Queue> all = Topology.queues();
        List<Topology.Queue> dead = all.stream()
                .filter(queue -> queue.exchange().equals(Topology.DEAD))
                .toList();

        assertThat(dead)
                .extracting(Topology.Queue::name)
                .containsExactlyElementsOf(BrokerRights.all().stream()
                        .map(rights -> rights.service() + ".dead")
                        .toList());
        List<String> bound = Topology.bindings().stream()
                .filter(binding -> dead.stream().anyMatch(queue -> queue.name().equals(binding.destination())))
                .map(Topology.Binding::routingKey)
                .toList();
        assertThat(bound)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(queue -> queue.arguments().containsKey("x-dead-letter-exchange"))
                        .flatMap(queue -> Stream.of(queue.name(), Topology.labelOf(queue.name())))
                        .distinct()
                        .toList());
        assertThat(all).hasSize(ShardId.COUNT + 15 + 6 + 1 + 1);
    }

    @Test
    void every_queue_that_a_service_reads_or_read_can_be_reached_by_its_name_to_replay_a_letter() {
        assertThat(Topology.REPLAY).isEqualTo(DeadLetters.REPLAY);
        for (Topology.Queue queue : Topology.queues()) {
            if (queue.arguments().containsKey("x-dead-letter-exchange")) {
                for (String name : List.of(queue.name(), Topology.labelOf(queue.name()))) {
                    assertThat(Topology.bindings())
                            .contains(new Topology.Binding(Topology.REPLAY, queue.name(), false, name, Map.of()));
                    assertThat(BrokerRights.all())
                            .filteredOn(rights -> matches(rights.publishes().get(Topology.REPLAY), name))
                            .singleElement()
                            .satisfies(rights -> assertThat(name).startsWith(rights.service() + "."));
                }
            }
        }
    }

    @Test
    void another_topology_has_another_marker() {
        assertThat(Topology.marker()).matches("viva\\.topology\\.[0-9a-f]{8}").isEqualTo(Topology.marker());
        assertThat(Topology.exchanges().getLast().name()).isEqualTo(Topology.marker());
    }

    private static List<String> speakers(String type, String exchange) {
        return BrokerRights.all().stream()
                .filter(rights -> matches(rights.publishes().get(exchange), key(type)))
                .map(BrokerRights::service)
                .toList();
    }

    private static String key(String type) {
        return MessageTypes.topicOf(type) + ".0198c0de-0000-7000-8000-000000000001";
    }

    /** As the broker does: somewhere in the name, unless the expression is anchored. */
    private static boolean matches(String expression, String name) {
        return Pattern.compile(expression).matcher(name).find();
    }
}
