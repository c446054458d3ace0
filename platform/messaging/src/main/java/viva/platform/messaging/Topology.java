package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
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

    /** Leads to every queue that a service reads, by the queue's name: for messages that are handled once more. */
    public static final String REPLAY = "viva.replay";

    /** Sorts the dead letters of queues whose messages expire: those that did go to {@link #LLM_EXPIRED}, others to {@link #KEPT}. */
    static final String EXPIRED_EXCHANGE = "viva.expired";

    static final String KEPT = "viva.kept";

    public static final String UNROUTABLE = "unroutable";
    public static final String LIFE_AVATARS = "life.avatars";
    public static final String LLM_INTERACTIVE = "llm.interactive";
    public static final String LLM_CONVERSATION = "llm.conversation";
    public static final String LLM_BACKGROUND = "llm.background";
    public static final String LLM_AVATARS = "llm.avatars";
    public static final String LLM_EXPIRED = "llm.expired";
    public static final String LIFE_BONDS = "life.bonds";
    public static final String AVATAR_MEMORIES = "avatar.memories";
    public static final String RELATIONSHIP_CONVERSATIONS = "relationship.conversations";
    public static final String RELATIONSHIP_AVATARS = "relationship.avatars";
    public static final String MATCHMAKER_AVATARS = "matchmaker.avatars";
    public static final String MATCHMAKER_BONDS = "matchmaker.bonds";
    public static final String GATEWAY_TIMELINE = "gateway.timeline";

    /** A full queue refuses messages, and the sender's outbox keeps them: nothing is lost. */
    static final int QUEUE_LIMIT = 1_000_000;

    /** A full dead letter queue lets go of its oldest message. */
    static final int DEAD_LETTER_LIMIT = 1_000_000;

    /** As {@link #DEAD_LETTER_LIMIT}, for commands that nobody has a queue for, and for those that only want to be counted. */
    static final int UNROUTABLE_LIMIT = 100_000;

    /** Deliveries of one message without an acknowledgement (its consumers died) before it counts as dead. */
    static final int DELIVERY_LIMIT = 100;

    /** How often a dead letter can be looked at and put back. Without a word about it RabbitMQ 4 drops it after 20 times. */
    static final int LOOK_LIMIT = 1_000_000;

    private static final String MARKER_PREFIX = "viva.topology.";

    /** Behind the marker's name when the broker has a queue with other arguments; such a queue has a mark of its own. */
    private static final String INCOMPLETE = ".incomplete";

    private static final String REFUSED_PREFIX = "viva.refused.";

    /** Queues whose commands are worthless after a deadline. All of them are the llm service's: one queue counts what expired. */
    private static final List<String> EXPIRING = List.of(LLM_INTERACTIVE, LLM_CONVERSATION, LLM_BACKGROUND);

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

        static Queue ofExpired(String name) {
            Map<String, Object> arguments = forgetful(UNROUTABLE_LIMIT);
            arguments.put("x-delivery-limit", DELIVERY_LIMIT);
            return new Queue(name, EXPIRED_EXCHANGE, List.of(), arguments);
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

    /**
     * A binding of a queue, or of another exchange.
     *
     * @param arguments what a headers exchange compares; empty for other kinds
     */
    public record Binding(
            String source, String destination, boolean isToExchange, String routingKey, Map<String, Object> arguments) {
        static Binding of(String source, String queue, String routingKey) {
            return new Binding(source, queue, false, routingKey, Map.of());
        }
    }

    /**
     * A queue of an earlier version that has other arguments than this version needs, so that a queue with another name took its place.
     * It is unbound by whoever declares the topology, consumed to its end before its successor, and then deleted.
     *
     * @param exchange that it was bound to
     * @param routingKeys of its bindings
     */
    public record Former(String name, String successor, String exchange, List<String> routingKeys) {}

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
        Map<String, List<String>> byService = Stream.concat(
                        all.stream().map(Queue::name), formers().stream().map(Former::name))
                .collect(Collectors.groupingBy(Topology::deadLettersOf, TreeMap::new, Collectors.toList()));
        byService.forEach((name, queues) -> all.add(Queue.ofDead(
                name, queues.stream().filter(queue -> !EXPIRING.contains(queue)).toList())));
        all.add(Queue.ofExpired(LLM_EXPIRED));
        all.add(new Queue(UNROUTABLE, UNROUTABLE_EXCHANGE, List.of(""), Queue.forgetful(UNROUTABLE_LIMIT)));
        return all;
    }

    /** The queues of earlier versions that have a successor of another name in this one. */
    static List<Former> formers() {
        return List.of();
    }

    /** Bindings of earlier versions, between exchanges and queues that this one still has, which it does without. */
    static List<Binding> formerBindings() {
        return EXPIRING.stream()
                .map(queue -> Binding.of(DEAD, deadLettersOf(queue), queue))
                .toList();
    }

    /** Every binding; those of exchanges last, when what they lead to is bound. */
    public static List<Binding> bindings() {
        List<Binding> all = new ArrayList<>();
        for (Queue queue : queues()) {
            queue.routingKeys().forEach(key -> all.add(Binding.of(queue.exchange(), queue.name(), key)));
        }
        handled().forEach(queue -> all.add(Binding.of(REPLAY, queue.name(), queue.name())));
        for (Former former : formers()) {
            all.add(Binding.of(REPLAY, former.successor(), former.name()));
            // Rows of an outbox may be older than the successor.
            former.routingKeys().forEach(key -> all.add(Binding.of(former.exchange(), former.successor(), key)));
        }
        // RabbitMQ compares headers that begin with x- only when it is told to, from 3.10 on.
        Map<String, Object> expired = new TreeMap<>(Map.of("x-match", "any-with-x", "x-first-death-reason", "expired"));
        all.add(new Binding(EXPIRED_EXCHANGE, LLM_EXPIRED, false, "", expired));
        EXPIRING.forEach(queue -> all.add(Binding.of(KEPT, deadLettersOf(queue), queue)));
        EXPIRING.forEach(queue -> all.add(new Binding(DEAD, EXPIRED_EXCHANGE, true, queue, Map.of())));
        return all.stream().distinct().toList();
    }

    /** The queues that services read. */
    private static List<Queue> handled() {
        Stream<Queue> shards =
                IntStream.range(0, ShardId.COUNT).mapToObj(n -> Queue.ofCommands(shardQueue(new ShardId(n))));
        Stream<Queue> others = Stream.of(
                Queue.ofEvents(LIFE_AVATARS, "avatar.*.*"),
                Queue.ofEvents(LIFE_BONDS, "bond.changed.*", "match.found.*"),
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
                new Exchange(DEAD, BuiltinExchangeType.DIRECT, Map.of()),
                new Exchange(REPLAY, BuiltinExchangeType.TOPIC, Map.of()),
                new Exchange(KEPT, BuiltinExchangeType.DIRECT, Map.of()),
                new Exchange(EXPIRED_EXCHANGE, BuiltinExchangeType.HEADERS, Map.of("alternate-exchange", KEPT)));
    }

    /**
     * The name of an exchange that nothing goes through. It is declared after everything else and its name depends on all of that,
     * so that its presence says: this topology is complete. One call is enough to know.
     */
    public static String marker() {
        CRC32 sum = new CRC32();
        sum.update((working() + "\n" + queues() + "\n" + bindings()).getBytes(StandardCharsets.UTF_8));
        return MARKER_PREFIX + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /**
     * Checks that the broker has this topology.
     *
     * @return whether every queue of it is as it should be; otherwise {@link #isRefused} tells which ones are not
     * @throws IOException when it does not; the message names what is missing
     */
    static boolean check(Connection connection) throws IOException {
        if (hasExchange(connection, marker())) {
            return true;
        }
        if (hasExchange(connection, marker() + INCOMPLETE)) {
            return false;
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

    /** Whether the broker has a queue with other arguments than this topology's, so that it must not be consumed. */
    static boolean isRefused(Connection connection, String queue) throws IOException {
        return hasExchange(connection, REFUSED_PREFIX + queue);
    }

    private static boolean hasExchange(Connection connection, String name) throws IOException {
        Channel channel = connection.createChannel();
        try {
            channel.exchangeDeclarePassive(name);
            channel.abort();
            return true;
        } catch (IOException e) {
            if (Refusal.code(e) == AMQP.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }
}
