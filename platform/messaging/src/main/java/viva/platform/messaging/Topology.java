package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import viva.contracts.ShardId;

/**
 * Every exchange and every durable queue of VIVA, in one place. {@code deploy/rabbitmq/definitions.json} is written from it, and
 * the setup of a deployment declares what stands there; a service only checks that {@link #marker()} exists. Every argument is
 * written out: broker versions differ in their defaults.
 */
public final class Topology {
    public static final String EVENTS = "viva.events";
    public static final String COMMANDS = "viva.commands";
    public static final String LIVE = "viva.live";
    public static final String DEAD = "viva.dead";
    public static final String UNROUTABLE_EXCHANGE = "viva.unroutable";

    public static final String UNROUTABLE = "unroutable";
    public static final String LIFE_AVATARS = "life.avatars";
    public static final String LLM_INTERACTIVE = "llm.interactive";
    public static final String LLM_CONVERSATION = "llm.conversation";
    public static final String LLM_BACKGROUND = "llm.background";
    public static final String LLM_AVATARS = "llm.avatars";
    public static final String LIFE_BONDS = "life.bonds";
    public static final String AVATAR_MEMORIES = "avatar.memories";
    public static final String RELATIONSHIP_CONVERSATIONS = "relationship.conversations";
    public static final String RELATIONSHIP_AVATARS = "relationship.avatars";
    public static final String MATCHMAKER_AVATARS = "matchmaker.avatars";
    public static final String MATCHMAKER_BONDS = "matchmaker.bonds";
    public static final String GATEWAY_TIMELINE = "gateway.timeline";
    public static final String GATEWAY_AVATARS = "gateway.avatars";
    public static final String AVATAR_ERASURES = "avatar.erasures";

    /** A full queue refuses messages, and the sender's outbox keeps them: nothing is lost. */
    static final int QUEUE_LIMIT = 1_000_000;

    /** A full dead letter queue lets go of its oldest message. */
    static final int DEAD_LETTER_LIMIT = 1_000_000;

    /** As {@link #DEAD_LETTER_LIMIT}, for commands that nobody has a queue for. */
    static final int UNROUTABLE_LIMIT = 100_000;

    /** Deliveries of one message without an acknowledgement (its consumers died) before it counts as dead. */
    static final int DELIVERY_LIMIT = 100;

    /** How often a dead letter can be looked at and put back. Without a word about it RabbitMQ 4 drops it after 20 times. */
    static final int LOOK_LIMIT = 1_000_000;

    private static final String MARKER_PREFIX = "viva.topology.";

    private Topology() {}

    /** A durable exchange. */
    public record Exchange(String name, BuiltinExchangeType type, Map<String, Object> arguments) {}

    /**
     * A durable queue, bound to one exchange by its routing keys.
     *
     * @param arguments in alphabetical order
     */
    public record Queue(String name, String exchange, List<String> routingKeys, Map<String, Object> arguments) {
        static Queue ofEvents(String name, String... routingKeys) {
            return new Queue(name, EVENTS, List.of(routingKeys), working(name));
        }

        static Queue ofCommands(String name) {
            return new Queue(name, COMMANDS, List.of(name), working(name));
        }

        static Queue ofDead(String name, List<String> queues) {
            Map<String, Object> arguments = forgetful(DEAD_LETTER_LIMIT);
            arguments.put("x-delivery-limit", LOOK_LIMIT);
            return new Queue(name, DEAD, queues, arguments);
        }

        private static Map<String, Object> forgetful(int limit) {
            return new TreeMap<>(Map.of("x-queue-type", "quorum", "x-max-length", limit, "x-overflow", "drop-head"));
        }

        private static Map<String, Object> working(String name) {
            return new TreeMap<>(Map.of(
                    "x-queue-type", "quorum",
                    "x-max-length", QUEUE_LIMIT,
                    "x-overflow", "reject-publish",
                    "x-delivery-limit", DELIVERY_LIMIT,
                    "x-dead-letter-exchange", DEAD,
                    "x-dead-letter-routing-key", name,
                    "x-dead-letter-strategy", "at-least-once"));
        }
    }

    /** The queue of commands to the avatars of a shard. */
    public static String shardQueue(ShardId shard) {
        return "life.shard." + shard.value();
    }

    /**
     * Where the messages of a queue end up that could not be handled: the one dead letter queue of the service that reads it. There
     * their header {@code x-first-death-queue} names the queue.
     */
    public static String deadLettersOf(String queue) {
        return queue.substring(0, queue.indexOf('.')) + ".dead";
    }

    /** Every durable queue, dead letter queues included. */
    public static List<Queue> queues() {
        List<Queue> all = new ArrayList<>(handled());
        Map<String, List<String>> byService = all.stream()
                .collect(Collectors.groupingBy(
                        queue -> deadLettersOf(queue.name()),
                        TreeMap::new,
                        Collectors.mapping(Queue::name, Collectors.toList())));
        byService.forEach((name, queues) -> all.add(Queue.ofDead(name, queues)));
        all.add(new Queue(UNROUTABLE, UNROUTABLE_EXCHANGE, List.of(""), Queue.forgetful(UNROUTABLE_LIMIT)));
        return all;
    }

    /** The queues that services read. */
    private static List<Queue> handled() {
        Stream<Queue> shards =
                IntStream.range(0, ShardId.COUNT).mapToObj(n -> Queue.ofCommands(shardQueue(new ShardId(n))));
        Stream<Queue> others = Stream.of(
                Queue.ofEvents(LIFE_AVATARS, "avatar.*.*"),
                Queue.ofEvents(LIFE_BONDS, "bond.changed.*", "match.found.*", "erasure.left.*"),
                Queue.ofEvents(RELATIONSHIP_AVATARS, "avatar.*.*"),
                Queue.ofEvents(RELATIONSHIP_CONVERSATIONS, "conversation.ended.*"),
                Queue.ofEvents(MATCHMAKER_AVATARS, "avatar.*.*"),
                Queue.ofEvents(LLM_AVATARS, "avatar.deleted.*"),
                Queue.ofEvents(MATCHMAKER_BONDS, "bond.changed.*"),
                Queue.ofEvents(
                        GATEWAY_TIMELINE,
                        "conversation.*.*",
                        "thought.had.*",
                        "greeting.said.*",
                        "memory.formed.*",
                        "bond.*.*",
                        "milestone.*.*",
                        "match.*.*",
                        "world.clock.*"),
                Queue.ofEvents(GATEWAY_AVATARS, "avatar.deleted.*"),
                Queue.ofEvents(AVATAR_ERASURES, "erasure.done.*"),
                Queue.ofCommands(AVATAR_MEMORIES),
                Queue.ofCommands(LLM_INTERACTIVE),
                Queue.ofCommands(LLM_CONVERSATION),
                Queue.ofCommands(LLM_BACKGROUND));
        return Stream.concat(shards, others).toList();
    }

    /** Every exchange, the {@link #marker()} last. */
    public static List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>(working());
        all.add(new Exchange(marker(), BuiltinExchangeType.FANOUT, Map.of()));
        return all;
    }

    private static List<Exchange> working() {
        return List.of(
                new Exchange(EVENTS, BuiltinExchangeType.TOPIC, Map.of()),
                new Exchange(UNROUTABLE_EXCHANGE, BuiltinExchangeType.FANOUT, Map.of()),
                new Exchange(COMMANDS, BuiltinExchangeType.DIRECT, Map.of("alternate-exchange", UNROUTABLE_EXCHANGE)),
                new Exchange(LIVE, BuiltinExchangeType.TOPIC, Map.of()),
                new Exchange(DEAD, BuiltinExchangeType.DIRECT, Map.of()));
    }

    /**
     * The name of an exchange that nothing goes through. It is declared after everything else and its name depends on all of that,
     * so that its presence says: this topology is complete. One call is enough to know.
     */
    public static String marker() {
        CRC32 sum = new CRC32();
        sum.update((working() + "\n" + queues()).getBytes(StandardCharsets.UTF_8));
        return MARKER_PREFIX + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /**
     * Checks that the broker has this topology.
     *
     * @throws IOException when it does not; the message names what is missing
     */
    static void check(Connection connection) throws IOException {
        if (hasExchange(connection, marker())) {
            return;
        }
        List<String> missing = new ArrayList<>();
        for (Exchange exchange : working()) {
            if (!hasExchange(connection, exchange.name())) {
                missing.add(exchange.name());
            }
        }
        throw new IOException("the broker has no %s: ./viva prepare declares the topology of this version"
                .formatted(missing.isEmpty() ? marker() : String.join(", ", missing)));
    }

    private static boolean hasExchange(Connection connection, String name) throws IOException {
        Channel channel = connection.createChannel();
        try {
            channel.exchangeDeclarePassive(name);
            channel.abort();
            return true;
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException closed
                    && closed.getReason() instanceof AMQP.Channel.Close reason
                    && reason.getReplyCode() == AMQP.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
