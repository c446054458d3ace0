package viva.llm.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.llm.allowance.Demands.MINUTE;
import static viva.llm.allowance.Demands.NOW;
import static viva.llm.allowance.Demands.SECOND;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty owners who write once a minute each, and a thousand avatars who want to talk, lived through in virtual time. */
class RushHourTest {
    private static final int LIMIT = 40;
    private static final int OWNERS = 20;
    private static final int AVATARS = 1_000;
    private static final long END = NOW + 20 * MINUTE;
    private static final long PATIENCE = 3 * SECOND;

    private final Books books = new Books(
            Demands.plan(new Allowance(LIMIT, 200_000, 0, 0, 0), new Allowance(12, 60_000, 0, 0, 0), Map.of()));
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>(Comparator.comparingLong(Happening::at));
    private final List<Long> arrivals = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private int offline;
    private int talks;
    private int slots;
    private SplittableRandom random;

    private record Happening(long at, Runnable what) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_owner_is_answered_by_a_model_and_the_server_never_sees_more_than_it_allows(long seed) {
        random = new SplittableRandom(seed);
        for (int owner = 0; owner < OWNERS; owner++) {
            write("owner " + owner, NOW);
        }
        for (int avatar = 0; avatar < AVATARS; avatar++) {
            talk(avatar, NOW);
        }

        while (!agenda.isEmpty()) {
            agenda.remove().what().run();
        }

        assertThat(mostWithinAMinute())
                .as("seed %d", seed)
                .isGreaterThan(LIMIT / 2)
                .isLessThanOrEqualTo(LIMIT);
        assertThat(offline).as("owners who were answered offline").isZero();
        assertThat(waits).hasSizeGreaterThan(300);
        waits.sort(Comparator.naturalOrder());
        assertThat(waits.get(waits.size() * 99 / 100)).as("p99").isLessThan(PATIENCE);
        assertThat(talks).as("requests for avatars").isPositive();
    }

    private void write(String owner, long after) {
        long at = after + exponential(MINUTE);
        if (at < END) {
            at(at, () -> {
                write(owner, at);
                ask(new Demand(Priority.OWNER, "answer", owner, 1_500, 0), at, at);
            });
        }
    }

    /** Comes back when told to, up to the end of its patience. */
    private void ask(Demand demand, long since, long now) {
        switch (books.admit(demand, "slot " + slots++, now)) {
            case Decision.Start(Grant grant) -> {
                waits.add(now - since);
                send(grant, now);
            }
            case Decision.Wait wait
            when wait.micros() > 0 && now + wait.micros() <= since + PATIENCE ->
                at(now + wait.micros(), () -> ask(demand, since, now + wait.micros()));
            case Decision.Wait wait -> offline++;
        }
    }

    private void talk(int avatar, long after) {
        long at = after + exponential(MINUTE);
        if (at < END) {
            Priority priority = avatar % 20 == 0 ? Priority.TURNING_POINT : Priority.REST;
            at(at, () -> {
                talk(avatar, at);
                Demand demand = new Demand(priority, "turn", "owner " + avatar % (OWNERS * 10), 800, 0);
                if (books.admit(demand, "slot " + slots++, at) instanceof Decision.Start(Grant grant)) {
                    talks++;
                    send(grant, at);
                }
            });
        }
    }

    /** One in fifty attempts fails on its way back; the server has counted it all the same. */
    private void send(Grant grant, long now) {
        long arrival = now + random.nextLong(1_000, 50_000);
        long began = arrival + random.nextLong(200_000, 2 * SECOND);
        boolean fails = random.nextInt(50) == 0;
        at(arrival, () -> arrivals.add(arrival));
        at(began, () -> {
            if (fails) {
                books.ended(grant, 0, 0, began);
            } else {
                books.began(grant, began);
            }
        });
        if (!fails) {
            at(began + 5 * SECOND, () -> books.ended(grant, 700, 0, began + 5 * SECOND));
        }
    }

    private int mostWithinAMinute() {
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            while (arrivals.get(first) <= arrivals.get(last) - MINUTE) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private void at(long at, Runnable what) {
        agenda.add(new Happening(at, what));
    }

    private long exponential(long mean) {
        return 1 + Math.round(-Math.log(1 - random.nextDouble()) * mean);
    }
}
