package viva.life.reading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import viva.contracts.Reading;
import viva.life.hearing.Reader;
import viva.llm.understanding.Understanding;

/**
 * Reads a message in the process at once and lets a better reader, where there is one (any bean of type {@link Reader}), read it beside, on a
 * virtual thread and within a limit. What was read stands in no log and no metric.
 */
@Singleton
public class PromptReader {
    private static final Logger LOG = Logger.getLogger(PromptReader.class);

    private final Reader prompt = new UnderstandingReader(new Understanding());
    private final Optional<Reader> better;
    private final ReadingConfig config;
    private final Map<AwaitedReading.Outcome, Counter> counters = new EnumMap<>(AwaitedReading.Outcome.class);
    private final Counter failed;
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    PromptReader(Instance<Reader> better, ReadingConfig config, MeterRegistry registry) {
        this(better.isResolvable() ? Optional.of(better.get()) : Optional.empty(), config, registry);
    }

    PromptReader(Optional<Reader> better, ReadingConfig config, MeterRegistry registry) {
        this.better = better;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
        this.failed = registry.counter("viva.life.readings.failed");
        for (AwaitedReading.Outcome outcome : AwaitedReading.Outcome.values()) {
            counters.put(outcome, registry.counter("viva.life.readings", "by", labelOf(outcome)));
        }
    }

    /**
     * Begins to read.
     *
     * @param text untrusted
     * @param hint the language of the avatar
     * @param done called, on any thread, when the better reader is done
     */
    public AwaitedReading begin(String text, Locale hint, Runnable done) {
        Reading now = prompt.read(text, hint);
        boolean waits = better.isPresent() && places.tryAcquire();
        long until = System.nanoTime() + (waits ? config.limit().toNanos() : 0);
        AwaitedReading awaited = new AwaitedReading(now, until, this::count);
        if (waits) {
            threads.execute(() -> read(better.orElseThrow(), text, hint, awaited, done));
        }
        return awaited;
    }

    private void read(Reader reader, String text, Locale hint, AwaitedReading awaited, Runnable done) {
        try {
            awaited.read(reader.read(text, hint));
        } catch (RuntimeException e) {
            LOG.debugf("the better reader failed: %s", e.getClass());
            failed.increment();
            awaited.failed();
        } finally {
            places.release();
            done.run();
        }
    }

    private void count(AwaitedReading.Outcome outcome) {
        counters.get(outcome).increment();
    }

    private static String labelOf(AwaitedReading.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
