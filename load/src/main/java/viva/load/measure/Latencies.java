package viva.load.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** How long each of many equal jobs took. */
public final class Latencies {
    /** Of each job, ascending. */
    private final long[] nanos;

    private final long elapsedNanos;

    private Latencies(long[] nanos, long elapsedNanos) {
        this.nanos = nanos;
        this.elapsedNanos = elapsedNanos;
    }

    /** Does the work, each time with another number, on some threads for a while. */
    public static Latencies of(IntConsumer work, int threads, Duration length) {
        AtomicInteger numbers = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker(work, numbers, end);
            worker.start();
            workers.add(worker);
        }
        LongStream all = LongStream.empty();
        for (Worker worker : workers) {
            all = LongStream.concat(all, worker.result());
        }
        return new Latencies(all.sorted().toArray(), System.nanoTime() - begin);
    }

    /** Jobs a second, of all threads together. */
    public double perSecond() {
        return nanos.length * 1e9 / elapsedNanos;
    }

    /** In milliseconds; {@code part} in [0, 1]. */
    public double percentile(double part) {
        return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1e6;
    }

    /** One thread and what it measured. */
    private static final class Worker extends Thread {
        private final IntConsumer work;
        private final AtomicInteger numbers;
        private final long end;
        private long[] taken = new long[1024];
        private int count;

        Worker(IntConsumer work, AtomicInteger numbers, long end) {
            this.work = work;
            this.numbers = numbers;
            this.end = end;
        }

        @Override
        public void run() {
            long before = System.nanoTime();
            while (before - end < 0) {
                work.accept(numbers.getAndIncrement());
                long after = System.nanoTime();
                taken = count < taken.length ? taken : Arrays.copyOf(taken, 2 * count);
                taken[count++] = after - before;
                before = after;
            }
        }

        LongStream result() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return Arrays.stream(taken, 0, count);
        }
    }
}
