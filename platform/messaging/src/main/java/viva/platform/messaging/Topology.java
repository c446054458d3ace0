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
    public static final String LIFE_AVATARS = "life.avatars.v2";
    public static final String LLM_INTERACTIVE = "llm.interactive";
    public static final String LLM_CONVERSATION = "llm.conversation";
    public static final String LLM_BACKGROUND = "llm.background";
    public static final String LLM_AVATARS = "llm.avatars";
    public static final String LLM_EXPIRED = "llm.expired";
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

    /** As {@link #DEAD_LETTER_LIMIT}, for commands that nobody has a queue for, and for those that only want to be counted. */
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
        Map<String, List<String>> byService = deathPlaces()
                .collect(Collectors.groupingBy(Topology::deadLettersOf, TreeMap::new, Collectors.toList()));
        byService.forEach((name, queues) -> all.add(Queue.ofDead(
                name, queues.stream().filter(queue -> !EXPIRING.contains(queue)).toList())));
        all.add(Queue.ofExpired(LLM_EXPIRED));
        all.add(new Queue(UNROUTABLE, UNROUTABLE_EXCHANGE, List.of(""), Queue.forgetful(UNROUTABLE_LIMIT)));
        return all;
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
        deathPlaces().forEach(queue -> all.add(Binding.of(REPLAY, successorOf(queue), queue)));
        // RabbitMQ compares headers that begin with x- only when it is told to, from 3.10 on.
        Map<String, Object> expired = new TreeMap<>(Map.of("x-match", "any-with-x", "x-first-death-reason", "expired"));
        all.add(new Binding(EXPIRED_EXCHANGE, LLM_EXPIRED, false, "", expired));
        EXPIRING.forEach(queue -> all.add(Binding.of(KEPT, deadLettersOf(queue), queue)));
        EXPIRING.forEach(queue -> all.add(new Binding(DEAD, EXPIRED_EXCHANGE, true, queue, Map.of())));
        return all;
    }

    /** The names of queues whose letters may be found, those of an earlier topology included. */
    private static Stream<String> deathPlaces() {
        return handled().stream()
                .flatMap(queue -> Stream.of(queue.name(), labelOf(queue.name())).distinct());
    }

    /** The queues that services read. */
    private static List<Queue> handled() {
        Stream<Queue> shards =
                IntStream.range(0, ShardId.COUNT).mapToObj(n -> Queue.ofCommands(shardQueue(new ShardId(n))));
        Stream<Queue> others = Stream.of(
                Queue.ofEvents(LIFE_AVATARS, "avatar.*.*").inOrder(),
                Queue.ofEvents(
                                LIFE_BONDS,
                                "bond.evolved.*",
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
                Queue.ofEvents(MATCHMAKER_BONDS, "bond.evolved.*", "bond.changed.*", "bond.ended.*")
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
        Channel channel = BrokerLink.channel(connection);
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
