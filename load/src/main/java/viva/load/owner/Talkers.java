package viva.load.owner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import viva.platform.servers.ServerFailure;

/** Owners who chat with their avatars all the time: each says something, pauses, and goes on with the next avatar. */
public final class Talkers implements AutoCloseable {
    private static final List<String> SENTENCES = List.of(
            "Good morning! How did you sleep?",
            "What are you up to today?",
            "I had a long day at work and I am tired.",
            "Do you remember what we talked about yesterday?",
            "Tell me something about your friends.",
            "I like the rain, it makes me calm. Do you?",
            "My sister is getting married in June.",
            "What makes you happy?",
            "Sorry that I was away for so long.",
            "Let us cook something together tonight.",
            "I read a good book about the sea.");

    private final List<Household> owners;
    private final Duration pause;
    private final long end;
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Owners who have not begun yet.
     *
     * @param length how long they talk at most
     */
    public Talkers(List<Household> owners, Duration pause, Duration length) {
        this.owners = List.copyOf(owners);
        this.pause = pause;
        this.end = System.nanoTime() + length.toNanos();
    }

    /** Lets all of them begin. */
    public void start() {
        for (int number = 0; number < owners.size(); number++) {
            int owner = number;
            Thread.ofVirtual().name("owner " + owner).start(() -> talk(owners.get(owner), owner));
        }
    }

    private void talk(Household owner, int number) {
        for (int turn = number; !closed && System.nanoTime() - end < 0; turn++) {
            outcomes.merge(say(owner, turn), 1, Integer::sum);
            PublicApi.pause(pause);
        }
    }

    private static String say(Household owner, int turn) {
        try {
            return Integer.toString(owner.say(turn, SENTENCES.get(turn % SENTENCES.size())));
        } catch (ServerFailure unanswered) {
            return "no answer";
        }
    }

    /** How often each status came so far. */
    public Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }

    @Override
    public void close() {
        closed = true;
    }
}
