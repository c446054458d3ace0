package viva.platform.connector;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import viva.platform.testkit.Recorder;

/** A quorum queue of numbered messages, seen by the plain client. Each call has a connection of its own, since the broker comes and goes. */
record TestQueue(URI broker, String name) {
    private static final long CONFIRMATION_MILLIS = 60_000;

    /** What is done on a channel. */
    private interface Work<T> {
        T on(Channel channel) throws Exception;
    }

    /** A queue that the broker has now. */
    static TestQueue declared(URI broker, String name) throws Exception {
        TestQueue queue = new TestQueue(broker, name);
        queue.open(channel -> channel.queueDeclare(name, true, false, false, Map.of("x-queue-type", "quorum")));
        return queue;
    }

    /** Messages with the numbers from {@code from} to {@code to}, without the latter, are safe in the queue. */
    void publish(int from, int to) throws Exception {
        open(channel -> {
            channel.confirmSelect();
            for (int number : IntStream.range(from, to).toArray()) {
                byte[] body = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
                channel.basicPublish("", name, MessageProperties.PERSISTENT_BASIC, body);
            }
            channel.waitForConfirmsOrDie(CONFIRMATION_MILLIS);
            return to;
        });
    }

    /** How many messages no consumer has. */
    long waiting() throws Exception {
        return open(channel -> channel.messageCount(name));
    }

    /** The numbers of the messages that no consumer has, taken out. */
    SortedSet<Integer> drain() throws Exception {
        return open(channel -> {
            SortedSet<Integer> numbers = new TreeSet<>();
            for (GetResponse next = channel.basicGet(name, true); next != null; next = channel.basicGet(name, true)) {
                numbers.add(number(next.getBody()));
            }
            return numbers;
        });
    }

    /** Another consumer, which gets what no consumer has. */
    Connection take(Recorder<Integer> taken) throws Exception {
        Connection connection = connect();
        connection
                .createChannel()
                .basicConsume(name, true, (_, delivery) -> taken.accept(number(delivery.getBody())), _ -> {});
        return connection;
    }

    private static int number(byte[] body) {
        return Integer.parseInt(new String(body, StandardCharsets.UTF_8));
    }

    private <T> T open(Work<T> work) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return work.on(channel);
        }
    }

    private Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker);
        return factory.newConnection();
    }
}
