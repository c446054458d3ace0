package viva.life.benchmark;

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
import viva.life.mind.MindCodec;

/** What it costs to write a mind down and to read it again: a checkpoint writes every mind that has moved, a takeover reads them all. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(
        value = 3,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"})
public class CodecBenchmark {
    private static final int AVATARS = 10_000;

    @Param({"0", "8"})
    int ties;

    private Mind[] minds;
    private byte[][] encoded;
    private int turn;

    @Setup
    public void settle() {
        minds = Town.at(WorldTime.parse("2030-01-02T17:00:00Z"), AVATARS, ties);
        encoded = new byte[AVATARS][];
        for (int i = 0; i < AVATARS; i++) {
            encoded[i] = MindCodec.encode(minds[i]);
        }
    }

    @Benchmark
    public byte[] encode() {
        turn = (turn + 1) % AVATARS;
        return MindCodec.encode(minds[turn]);
    }

    @Benchmark
    public Mind decode() {
        turn = (turn + 1) % AVATARS;
        return MindCodec.decode(encoded[turn]);
    }
}
