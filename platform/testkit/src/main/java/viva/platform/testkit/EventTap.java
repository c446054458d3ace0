package viva.platform.testkit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** Listens to {@code viva.events} from now on, beside the real consumers, and speaks there as another service would. */
public final class EventTap implements AutoCloseable {
    private static final String EVENTS = "viva.events";
    private static final String COMMANDS = "viva.commands";

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Connection connection;
    private final Channel channel;

    /**
     * Begins to listen.
     *
     * @param routingKey what to listen to, such as {@code avatar.*.*}
     */
    public EventTap(String brokerUrl, String routingKey) throws IOException, TimeoutException {
        connection = connect(brokerUrl);
        channel = connection.createChannel();
        channel.exchangeDeclare(EVENTS, BuiltinExchangeType.TOPIC, true);
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, EVENTS, routingKey);
        channel.basicConsume(
                queue,
                true,
                (_, delivery) -> bodies.add(new String(delivery.getBody(), StandardCharsets.UTF_8)),
                _ -> {});
    }

    /** What was heard so far, in order: the JSON of each envelope. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Publishes the JSON of an envelope, durable as everything there. */
    public void say(String routingKey, String body) throws IOException {
        AMQP.BasicProperties durable = MessageProperties.PERSISTENT_BASIC;
        channel.basicPublish(EVENTS, routingKey, durable, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the JSON of an envelope into the queue of a service, durable as everything there. */
    public void ask(String queue, String body) throws IOException {
        AMQP.BasicProperties durable = MessageProperties.PERSISTENT_BASIC;
        channel.basicPublish(COMMANDS, queue, durable, body.getBytes(StandardCharsets.UTF_8));
    }

    /** How many messages wait in a queue. */
    public long waitingIn(String queue) throws IOException {
        return channel.messageCount(queue);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static Connection connect(String brokerUrl) throws IOException, TimeoutException {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(brokerUrl);
            return factory.newConnection("event tap");
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no broker's address: " + brokerUrl, e);
        }
    }
}
