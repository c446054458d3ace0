package viva.platform.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The least that a service's own user at the broker must be allowed, in the broker's terms: regular expressions over the names of
 * exchanges and queues, and for topic exchanges over routing keys. A service reads its own queues, publishes to the exchanges it
 * speaks to, and there only about its own subjects, and replays its own dead letters.
 *
 * @param service its short name, which its queues' names begin with
 * @param configure what it may declare
 * @param write what it may publish to or bind to something
 * @param read what it may consume from or bind something to
 * @param publishes by topic exchange, the routing keys it may publish with
 * @param listens by topic exchange, the routing keys it may bind its live queue with
 */
public record BrokerRights(
        String service,
        String configure,
        String write,
        String read,
        SortedMap<String, String> publishes,
        SortedMap<String, String> listens) {
    /** Matches no name: every name has a first character. */
    static final String NOTHING = "^$";

    /** The names that the broker makes up for queues without one: a live queue has such a name. */
    private static final String LIVE_QUEUES = "amq\\.gen.*";

    /**
     * What a service says and hears beside its own queues.
     *
     * @param aggregates the first words of its events' types
     * @param commands whether it sends any
     * @param frames the beginnings of the live frames that it sends
     * @param hears the beginnings of the live frames that it listens to
     * @param tidies queues beside its own that it reads
     */
    private record Voice(
            String service,
            Set<String> aggregates,
            boolean commands,
            Set<String> frames,
            Set<String> hears,
            Set<String> tidies) {
        Voice(String service, Set<String> aggregates, boolean commands, Set<String> frames, Set<String> hears) {
            this(service, aggregates, commands, frames, hears, Set.of());
        }
    }

    /** What every service says about erasures. */
    private static final String ERASED = "erasure.done";

    private static final String LEFT_BEHIND = "erasure.left";

    private static final List<Voice> VOICES = List.of(
            new Voice(
                    "avatar",
                    Set.of("avatar", "memory", ERASED),
                    false,
                    Set.of(),
                    Set.of(),
                    Set.of(Topology.UNROUTABLE)),
            new Voice(
                    "gateway",
                    Set.of(ERASED),
                    true,
                    Set.of("live.timeline", "live.watched", "live.erased"),
                    Set.of("live")),
            new Voice(
                    "life",
                    Set.of("conversation", "greeting", "thought", "world", ERASED),
                    true,
                    Set.of("live.state", "live.typing"),
                    Set.of("live.watched")),
            new Voice("llm", Set.of("llm", ERASED), true, Set.of("live.delta"), Set.of()),
            new Voice("matchmaker", Set.of("match", "block", ERASED, LEFT_BEHIND), false, Set.of(), Set.of()),
            new Voice("relationship", Set.of("bond", "milestone", ERASED, LEFT_BEHIND), false, Set.of(), Set.of()));

    /** The rights of all six services, by name. */
    public static List<BrokerRights> all() {
        return VOICES.stream().map(BrokerRights::of).toList();
    }

    private static BrokerRights of(Voice voice) {
        List<String> writes = new ArrayList<>();
        SortedMap<String, String> publishes = new TreeMap<>();
        publishes.put(Topology.EVENTS, startingWith(voice.aggregates));
        publishes.put(Topology.LIVE, startingWith(voice.frames));
        publishes.put(Topology.REPLAY, startingWith(Set.of(voice.service)));
        if (!voice.aggregates.isEmpty()) {
            writes.add(quoted(Topology.EVENTS));
        }
        if (voice.commands) {
            writes.add(quoted(Topology.COMMANDS));
        }
        if (!voice.frames.isEmpty()) {
            writes.add(quoted(Topology.LIVE));
        }
        writes.add(quoted(Topology.REPLAY));
        List<String> reads = new ArrayList<>(List.of(voice.service + "\\..*"));
        voice.tidies.forEach(queue -> reads.add(quoted(queue)));
        SortedMap<String, String> listens = new TreeMap<>();
        listens.put(Topology.EVENTS, NOTHING);
        listens.put(Topology.LIVE, startingWith(voice.hears));
        listens.put(Topology.REPLAY, NOTHING);
        boolean hasLiveQueue = !voice.hears.isEmpty();
        if (hasLiveQueue) {
            writes.add(LIVE_QUEUES);
            reads.add(LIVE_QUEUES);
            reads.add(quoted(Topology.LIVE));
        }
        String configure = hasLiveQueue ? oneOf(List.of(LIVE_QUEUES)) : NOTHING;
        return new BrokerRights(voice.service, configure, oneOf(writes), oneOf(reads), publishes, listens);
    }

    /** Routing keys whose first words are one of {@code beginnings}. */
    private static String startingWith(Set<String> beginnings) {
        if (beginnings.isEmpty()) {
            return NOTHING;
        }
        return new TreeSet<>(beginnings)
                .stream().map(BrokerRights::quoted).collect(Collectors.joining("|", "^(", ")\\."));
    }

    private static String oneOf(Collection<String> expressions) {
        return expressions.isEmpty() ? NOTHING : "^(" + String.join("|", expressions) + ")$";
    }

    private static String quoted(String name) {
        return name.replace(".", "\\.");
    }
}
