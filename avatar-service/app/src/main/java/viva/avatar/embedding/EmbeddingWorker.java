package viva.avatar.embedding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import viva.avatar.embedding.Embeddings.Embedded;
import viva.avatar.embedding.Embeddings.Unreadable;
import viva.avatar.embedding.PgEmbeddings.Done;
import viva.avatar.embedding.PgEmbeddings.Twins;
import viva.avatar.embedding.PgEmbeddings.Waiting;
import viva.avatar.remembering.Memories;
import viva.avatar.remembering.MemoryConfig;
import viva.contracts.AvatarId;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Gives memories vectors: at once those that an owner is in, posted ones, and those of avatars that are searched; the others in a small part of the time.
 * Replicas claim different ones. While the llm service is away they wait.
 */
@Startup
@Singleton
public class EmbeddingWorker {
    private static final Logger LOG = Logger.getLogger(EmbeddingWorker.class);

    /** The body of a request may have 64 kB. */
    private static final int MOST_BYTES = 48_000;

    /** Small, so that urgent memories are soon next. */
    private static final int BACKGROUND_TEXTS = 16;

    private static final int FORMER_AT_ONCE = 500;

    private final PgEmbeddings table;
    private final Embeddings embeddings;
    private final Memories memories;
    private final MemoryConfig config;
    private final ScheduledJobs jobs;
    private final Counter stored;
    private final Counter refused;
    private volatile long restUntil = System.nanoTime();

    EmbeddingWorker(
            Pool pool,
            Embeddings embeddings,
            Memories memories,
            MemoryConfig config,
            ScheduledJobs jobs,
            MeterRegistry metrics) {
        this.table = new PgEmbeddings(pool);
        this.embeddings = embeddings;
        this.memories = memories;
        this.config = config;
        this.jobs = jobs;
        this.stored = Counter.builder("viva.memory.embedded")
                .description("memories that got a vector")
                .register(metrics);
        this.refused = Counter.builder("viva.memory.unembeddable")
                .description("texts that the embedding model refused")
                .register(metrics);
    }

    /** A search reads an avatar's memories: they are embedded before those of others. */
    public Uni<Void> hurry(AvatarId avatar) {
        return table.hurry(avatar);
    }

    /** Urgent memories, until none is left. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> wanted() {
        return quietly(() -> jobs.repeat(() -> batch(Embeddings.MOST_TEXTS, true)));
    }

    /** All others; after each batch as much rest as the share demands. */
    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> others() {
        return quietly(() -> jobs.repeat(() -> {
            long begun = System.nanoTime();
            if (begun - restUntil < 0) {
                return Uni.createFrom().item(false);
            }
            return batch(BACKGROUND_TEXTS, false).invoke(() -> rest(begun));
        }));
    }

    private void rest(long begun) {
        long now = System.nanoTime();
        restUntil = now + (long) ((now - begun) * (1 / config.embedding().backgroundShare() - 1));
    }

    /** Vectors of a former model are found again as soon as there is another one. */
    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> former() {
        String current = embeddings.model();
        return current == null
                ? Uni.createFrom().voidItem()
                : quietly(() ->
                        jobs.repeat(() -> table.drop(current, FORMER_AT_ONCE).map(count -> count == FORMER_AT_ONCE)));
    }

    private Uni<Void> quietly(Supplier<Uni<? extends Void>> job) {
        return jobs.run(job)
                .onFailure()
                .invoke(failure -> LOG.debugf("embeddings wait: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Whether there may be more. */
    private Uni<Boolean> batch(int count, boolean wanted) {
        return table.claim(count, wanted)
                .chain(claimed -> Multi.createFrom()
                        .iterable(slices(claimed))
                        .onItem()
                        .transformToUniAndConcatenate(this::embed)
                        .collect()
                        .last()
                        .replaceWith(claimed.size() == count));
    }

    private static List<List<Waiting>> slices(List<Waiting> claimed) {
        List<List<Waiting>> slices = new ArrayList<>();
        int bytes = MOST_BYTES;
        for (Waiting one : claimed) {
            int size = one.content().getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > MOST_BYTES) {
                slices.add(new ArrayList<>());
                bytes = 0;
            }
            slices.getLast().add(one);
            bytes += size;
        }
        return slices;
    }

    /** A text that the model refuses fails alone: the others are embedded one by one. */
    private Uni<Void> embed(List<Waiting> slice) {
        return embeddings
                .ofPassages(slice.stream().map(Waiting::content).toList())
                .chain(vectors -> store(slice, vectors))
                .onFailure(Unreadable.class)
                .recoverWithUni(() -> slice.size() == 1 ? refuse(slice) : oneByOne(slice))
                .onFailure()
                .call(() -> table.release(slice));
    }

    private Uni<Void> oneByOne(List<Waiting> slice) {
        return Multi.createFrom()
                .iterable(slice)
                .onItem()
                .transformToUniAndConcatenate(one -> embed(List.of(one)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> refuse(List<Waiting> slice) {
        refused.increment();
        return table.failed(slice);
    }

    private Uni<Void> store(List<Waiting> slice, List<Embedded> vectors) {
        List<Done> done = IntStream.range(0, slice.size())
                .mapToObj(i -> new Done(slice.get(i), vectors.get(i)))
                .toList();
        return table.store(done)
                .invoke(() -> stored.increment(done.size()))
                .chain(() -> table.twins(done))
                .chain(this::merge);
    }

    /** What a memory from before says is not kept twice. */
    private Uni<Void> merge(List<Twins> twins) {
        return Multi.createFrom()
                .iterable(twins)
                .onItem()
                .transformToUniAndConcatenate(pair -> memories.mergeIfSame(
                        pair.avatar(),
                        pair.older(),
                        pair.newer(),
                        pair.cosine(),
                        config.semantic().merge()))
                .onItem()
                .ignoreAsUni();
    }
}
