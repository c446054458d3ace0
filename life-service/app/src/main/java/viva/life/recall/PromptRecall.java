package viva.life.recall;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
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
import viva.contracts.AvatarId;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.life.recall.AwaitedRecall.Outcome;

/** Recalls for a message on a virtual thread, within a limit. What was recalled stands in no log and no metric. */
@Singleton
public class PromptRecall {
    private static final Logger LOG = Logger.getLogger(PromptRecall.class);

    private final MemorySource source;
    private final RecallConfig config;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    PromptRecall(AvatarMemories source, RecallConfig config, MeterRegistry registry) {
        this((MemorySource) source, config, registry);
    }

    PromptRecall(MemorySource source, RecallConfig config, MeterRegistry registry) {
        this.source = source;
        this.config = config;
        this.places = new Semaphore(config.atOnce());
        for (Outcome outcome : Outcome.values()) {
            String label = outcome.name().toLowerCase(Locale.ROOT);
            counters.put(outcome, registry.counter("viva.life.recalls", "outcome", label));
        }
    }

    /**
     * Begins to recall what fits a command: what an owner writes, or that they are back.
     *
     * @param language that the avatar speaks
     * @param done called, on any thread, when it is over
     * @return empty for every other command
     */
    public Optional<AwaitedRecall> begin(LifeCommand command, Locale language, Runnable done) {
        if (command instanceof OwnerMessageV1 message) {
            boolean isSaid = message.content() != null && !message.content().isBlank();
            return isSaid ? Optional.of(begin(message.avatarId(), message.content(), done)) : Optional.empty();
        }
        return command instanceof OwnerCameV1 came
                ? Optional.of(begin(came.avatarId(), welcome(language), done))
                : Optional.empty();
    }

    /** What an avatar asks itself when its owner is back. */
    private static String welcome(Locale language) {
        return language.getLanguage().equals("pt")
                ? "Que planos minha pessoa me contou?"
                : "What plans did my owner tell me of?";
    }

    /**
     * Begins to recall.
     *
     * @param text untrusted
     * @param done called, on any thread, when it is over
     */
    AwaitedRecall begin(AvatarId avatar, String text, Runnable done) {
        AwaitedRecall awaited = new AwaitedRecall(
                System.nanoTime() + config.limit().toNanos(),
                outcome -> counters.get(outcome).increment());
        if (places.tryAcquire()) {
            threads.execute(() -> recall(avatar, text, awaited, done));
        } else {
            awaited.failed(Outcome.CROWDED);
        }
        return awaited;
    }

    private void recall(AvatarId avatar, String text, AwaitedRecall awaited, Runnable done) {
        try {
            awaited.found(source.find(avatar, text));
        } catch (RuntimeException e) {
            LOG.debugf("nothing can be recalled: %s", e.toString());
            awaited.failed(Outcome.FAILED);
        } finally {
            places.release();
            done.run();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
