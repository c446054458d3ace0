package viva.life.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;

/**
 * What one tick costs in a population that lives in the order of its world time, so that hardly any mind is in a cache when its turn comes.
 * Two busy hours are lived over and over: a morning, when everybody wakes, and the end of an afternoon. Collecting the minds that were is part
 * of the cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
        value = 3,
        jvmArgs = {"-Xms6g", "-Xmx6g", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class TickBenchmark {
    private static final long WINDOW_MILLIS = 2 * 3_600_000L;

    @Param({"10000", "100000", "1000000"})
    int avatars;

    @Param({"2030-01-02T06:30:00Z", "2030-01-02T17:00:00Z"})
    String from;

    @Param("0")
    int ties;

    private Mind[] before;
    private Mind[] minds;
    private Agenda agendaBefore;
    private Agenda agenda;
    private long until;

    /** Whose tick it is, one after the other: the order in which an agenda would have named them. */
    private int[] order;

    private int turn;

    @Setup
    public void settle() {
        WorldTime start = WorldTime.parse(from);
        until = start.millis() + WINDOW_MILLIS;
        before = Town.at(start, avatars, ties);
        agendaBefore = new Agenda(Town.nextTicks(before));
        rewind();
        order = order();
        rewind();
    }

    private int[] order() {
        int[] recorded = new int[avatars];
        int ticks = 0;
        while (agenda.nextInstant() < until) {
            if (ticks == recorded.length) {
                recorded = Arrays.copyOf(recorded, ticks + ticks / 2);
            }
            recorded[ticks++] = agenda.next();
            mindAndAgenda();
        }
        return Arrays.copyOf(recorded, ticks);
    }

    private void rewind() {
        minds = before.clone();
        agenda = agendaBefore.copy();
        turn = 0;
    }

    /** The mind alone. */
    @Benchmark
    public void mind() {
        if (turn == order.length) {
            rewind();
        }
        int person = order[turn++];
        minds[person] = Town.LIVES.tick(minds[person]).mind();
    }

    /** With finding out whose turn it is. */
    @Benchmark
    public void mindAndAgenda() {
        if (agenda.nextInstant() >= until) {
            rewind();
        }
        int person = agenda.next();
        Mind next = Town.LIVES.tick(minds[person]).mind();
        minds[person] = next;
        agenda.again(next.nextTickMillis());
    }
}
