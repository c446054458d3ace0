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
    public static final String LIFE_AVATARS = "life.avatars.v2";
    public static final String LLM_INTERACTIVE = "llm.interactive";
    public static final String LLM_CONVERSATION = "llm.conversation";
    public static final String LLM_BACKGROUND = "llm.background";
    public static final String LLM_AVATARS = "llm.avatars";
    public static final String LIFE_BONDS = "life.bonds.v2";
    public static final String AVATAR_MEMORIES = "avatar.memories.v2";
    public static final String AVATAR_ERASURES = "avatar.erasures";
    public static final String RELATIONSHIP_CONVERSATIONS = "relationship.conversations.v2";
    public static final String RELATIONSHIP_AVATARS = "relationship.avatars.v2";
    public static final String RELATIONSHIP_BLOCKS = "relationship.blocks";
    public static final String MATCHMAKER_AVATARS = "matchmaker.avatars.v2";
    public static final String MATCHMAKER_BONDS = "matchmaker.bonds.v2";
    public static final String GATEWAY_TIMELINE = "gateway.timeline.v2";
    public static final String GATEWAY_AVATARS = "gateway.avatars";

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

    /**
     * Ends the name of a queue that succeeds one of the same name without it: a queue's arguments never change in place. These queues have a single
     * active consumer, which keeps the order of messages about one avatar with any number of replicas.
     */
    private static final String SECOND = ".v2";

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
            return new Queue(name, COMMANDS, List.of(labelOf(name)), working(name));
        }

        /** One that is consumed from by one replica at a time. */
        Queue inOrder() {
            Map<String, Object> single = new TreeMap<>(arguments);
            single.put("x-single-active-consumer", true);
            return new Queue(name, exchange, routingKeys, single);
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

    /**
     * What metrics, traces and the routing keys of commands call a queue: its name without what tells it from the queue before it. Commands wait in
     * the outboxes of senders while a queue gets a successor.
     */
    static String labelOf(String queue) {
        return queue.endsWith(SECOND) ? queue.substring(0, queue.length() - SECOND.length()) : queue;
    }

    /** The queue that has the place of {@code queue} in this topology, which may be one of an earlier topology. */
    public static String successorOf(String queue) {
        return handled().stream()
                .map(Queue::name)
                .filter(name -> labelOf(name).equals(queue))
                .findFirst()
                .orElse(queue);
    }

    /** Every durable queue, dead letter queues included; these also get what died in a queue of an earlier topology. */
    public static List<Queue> queues() {
        List<Queue> all = new ArrayList<>(handled());
        Map<String, List<String>> byService = all.stream()
                .flatMap(queue -> Stream.of(queue.name(), labelOf(queue.name())).distinct())
                .collect(Collectors.groupingBy(Topology::deadLettersOf, TreeMap::new, Collectors.toList()));
        byService.forEach((name, queues) -> all.add(Queue.ofDead(name, queues)));
        all.add(new Queue(UNROUTABLE, UNROUTABLE_EXCHANGE, List.of(""), Queue.forgetful(UNROUTABLE_LIMIT)));
        return all;
    }

    /** The queues that services read. */
    private static List<Queue> handled() {
        Stream<Queue> shards =
                IntStream.range(0, ShardId.COUNT).mapToObj(n -> Queue.ofCommands(shardQueue(new ShardId(n))));
        Stream<Queue> others = Stream.of(
                Queue.ofEvents(LIFE_AVATARS, "avatar.*.*").inOrder(),
                Queue.ofEvents(
                                LIFE_BONDS,
                                "bond.changed.*",
                                "bond.ended.*",
                                "match.found.*",
                                "match.lost.*",
                                "block.changed.*",
                                "erasure.left.*")
                        .inOrder(),
                Queue.ofEvents(RELATIONSHIP_AVATARS, "avatar.*.*").inOrder(),
                Queue.ofEvents(RELATIONSHIP_CONVERSATIONS, "conversation.ended.*")
                        .inOrder(),
                Queue.ofEvents(RELATIONSHIP_BLOCKS, "block.changed.*").inOrder(),
                Queue.ofEvents(MATCHMAKER_AVATARS, "avatar.*.*").inOrder(),
                Queue.ofEvents(LLM_AVATARS, "avatar.deleted.*"),
                Queue.ofEvents(MATCHMAKER_BONDS, "bond.changed.*", "bond.ended.*")
                        .inOrder(),
                Queue.ofEvents(
                                GATEWAY_TIMELINE,
                                "conversation.*.*",
                                "thought.had.*",
                                "greeting.said.*",
                                "memory.formed.*",
                                "bond.*.*",
                                "milestone.*.*",
                                "match.*.*",
                                "world.clock.*")
                        .inOrder(),
                Queue.ofEvents(GATEWAY_AVATARS, "avatar.deleted.*"),
                Queue.ofEvents(AVATAR_ERASURES, "erasure.done.*"),
                Queue.ofCommands(AVATAR_MEMORIES).inOrder(),
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
