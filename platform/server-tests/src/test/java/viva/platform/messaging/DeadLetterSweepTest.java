package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.platform.testkit.Waiting;

class DeadLetterSweepTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static final AvatarId MIRA = AvatarId.of("0198c0de-0000-7000-8000-000000000003");
    private static final String QUEUE = Topology.deadLettersOf(Topology.GATEWAY_TIMELINE);
    private static final int LETTERS = 500;
    private static TestBroker broker;

    private Broker links;
    private DeadLetterSweep sweep;
    private Connection connection;
    private Channel channel;

    @BeforeAll
    static void startBroker() {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void connect() throws Exception {
        links = new Broker(broker.config());
        sweep = new DeadLetterSweep(links);
        await().until(() -> links.consuming().isOpen());
        connection = connection("the test");
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    private static Connection connection(String name) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.server().url());
        return factory.newConnection(name);
    }

    @AfterEach
    void disconnect() throws Exception {
        channel.queuePurge(QUEUE);
        connection.close();
        links.stop(null);
    }

    @Test
    void letters_that_name_an_erased_avatar_go_and_all_others_stay_as_they_are_and_in_order() throws Exception {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            AvatarId about = List.of(LUNA, SOL, MIRA).get(i % 3);
            String body = "{\"n\":%d,\"subject\":\"%s\"}".formatted(i, about);
            die(body);
            if (about.equals(MIRA)) {
                others.add(body);
            }
        }

        int dropped = drop(Set.of(LUNA, SOL));

        assertThat(dropped).isEqualTo(LETTERS - others.size());
        assertThat(left(others.size())).isEqualTo(others);
    }

    @Test
    void a_letter_that_names_an_erased_avatar_beside_another_one_goes_as_well_and_so_does_one_that_nobody_can_read()
            throws Exception {
        die("{\"subject\":\"%s\",\"data\":{\"other_id\":\"%s\"}}".formatted(MIRA, LUNA));
        die("{broken " + LUNA);

        assertThat(drop(Set.of(LUNA))).isEqualTo(2);

        assertThat(left(0)).isEmpty();
    }

    @Test
    void a_letter_keeps_what_its_headers_tell_of_its_death() throws Exception {
        die("{\"subject\":\"%s\"}".formatted(MIRA));

        drop(Set.of(LUNA));

        await().untilAsserted(() -> assertThat(channel.messageCount(QUEUE)).isOne());
        GetResponse letter = channel.basicGet(QUEUE, true);
        assertThat(letter.getProps().getHeaders().get("tale")).hasToString("told");
        assertThat(letter.getProps().getMessageId()).isEqualTo("an id");
        assertThat(letter.getEnvelope().getRoutingKey()).isEqualTo(Topology.GATEWAY_TIMELINE);
    }

    @Test
    void an_empty_queue_is_swept_at_once_and_one_that_cannot_be_reached_is_not() throws Exception {
        assertThat(drop(Set.of(LUNA))).isZero();

        links.stop(null);

        assertThatThrownBy(() -> drop(Set.of(LUNA))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void letters_that_another_reader_has_in_hand_are_not_taken_for_gone() throws Exception {
        die("{\"subject\":\"%s\"}".formatted(LUNA));
        Channel reader = connection.createChannel();
        reader.basicGet(QUEUE, false);

        assertThatThrownBy(() -> drop(Set.of(LUNA))).hasMessageContaining("another reader");

        reader.close();
        assertThat(drop(Set.of(LUNA))).isOne();
    }

    @Test
    void a_sweep_that_is_cut_off_says_so_and_loses_nothing() throws Exception {
        for (int i = 0; i < LETTERS; i++) {
            die("{\"n\":%d,\"subject\":\"%s\"}".formatted(i, i < LETTERS / 2 ? MIRA : LUNA));
        }
        Connection dying = connection("a sweep that dies");
        Channel last = whichDiesAtItsFirstAck(dying);

        assertThatThrownBy(() -> new Sweep(last, QUEUE, List.of(LUNA.toString())).run())
                .isInstanceOf(TimeoutException.class);

        await().untilAsserted(() -> assertThat(channel.messageCount(QUEUE)).isEqualTo(LETTERS));
        assertThat(drop(Set.of(LUNA))).isEqualTo(LETTERS / 2);
    }

    private static Channel whichDiesAtItsFirstAck(Connection dying) throws Exception {
        Channel real = dying.createChannel();
        return (Channel) Proxy.newProxyInstance(
                Channel.class.getClassLoader(), new Class<?>[] {Channel.class}, (_, method, arguments) -> {
                    if (method.getName().equals("basicAck")) {
                        dying.abort();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private int drop(Set<AvatarId> avatars) {
        return sweep.drop(QUEUE, avatars).await().atMost(Waiting.PATIENCE);
    }

    private void die(String body) throws Exception {
        channel.basicPublish(
                Topology.DEAD,
                Topology.GATEWAY_TIMELINE,
                new AMQP.BasicProperties.Builder()
                        .deliveryMode(2)
                        .messageId("an id")
                        .headers(Map.of("tale", "told"))
                        .build(),
                body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(Waiting.PATIENCE.toMillis());
    }

    /** What the closed channel of a sweep held is back a moment later. */
    private List<String> left(int expected) throws Exception {
        await().untilAsserted(() -> assertThat(channel.messageCount(QUEUE)).isEqualTo(expected));
        List<String> bodies = new ArrayList<>();
        GetResponse next = channel.basicGet(QUEUE, true);
        while (next != null) {
            bodies.add(new String(next.getBody(), StandardCharsets.UTF_8));
            next = channel.basicGet(QUEUE, true);
        }
        return bodies;
    }
}
