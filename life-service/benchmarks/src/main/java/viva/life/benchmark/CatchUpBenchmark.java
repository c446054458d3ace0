package viva.life.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;

/** How many days of avatars' lives are lived again in a second of one thread, after a world stood still. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class CatchUpBenchmark {
    private static final int AVATARS = 10_000;
    private static final WorldTime FROM = WorldTime.parse("2030-01-02T17:00:00Z");
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    private Mind[] minds;
    private int turn;

    @Setup
    public void settle() {
        minds = Town.at(FROM, AVATARS, 0);
    }

    @Benchmark
    public Outcome day() {
        turn = (turn + 1) % AVATARS;
        Mind mind = minds[turn];
        return Town.LIVES.liveUntil(mind, new WorldTime(FROM.millis() + DAY_MILLIS));
    }
}
