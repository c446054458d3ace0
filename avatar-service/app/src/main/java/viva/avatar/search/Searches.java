package viva.avatar.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import viva.avatar.embedding.EmbeddingWorker;
import viva.avatar.embedding.Embeddings;
import viva.avatar.embedding.Embeddings.Embedded;
import viva.avatar.language.Stems;
import viva.avatar.recall.Bm25;
import viva.avatar.recall.CosineScale;
import viva.avatar.recall.Hit;
import viva.avatar.recall.Moment;
import viva.avatar.recall.Question;
import viva.avatar.recall.Ranking;
import viva.avatar.recall.Ranking.Meaning;
import viva.avatar.recall.Remembered;
import viva.avatar.recall.Weights;
import viva.avatar.remembering.KeptMemory;
import viva.avatar.remembering.Memories;
import viva.avatar.remembering.MemoryConfig;
import viva.avatar.remembering.WorldTimes;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.platform.service.context.OwnContext;

/** Finds an avatar's memories by words and by meaning. Without the question's vector, or theirs, it answers by words. Never changes a memory. */
@Startup
@Singleton
public class Searches {
    private final Shelves shelves;
    private final MemoryIndex index;
    private final Embeddings embeddings;
    private final EmbeddingWorker worker;
    private final Memories memories;
    private final WorldTimes world;
    private final MemoryConfig config;
    private final Ranking ranking;
    private final Timer timer;
    private final Clock clock = Clock.systemUTC();

    Searches(
            Shelves shelves,
            MemoryIndex index,
            Embeddings embeddings,
            EmbeddingWorker worker,
            Memories memories,
            WorldTimes world,
            MemoryConfig config,
            MeterRegistry metrics) {
        this.shelves = shelves;
        this.index = index;
        this.embeddings = embeddings;
        this.worker = worker;
        this.memories = memories;
        this.world = world;
        this.config = config;
        this.ranking = new Ranking(weights(config));
        this.timer = metrics.timer("viva.memory.search");
    }

    private static Weights weights(MemoryConfig config) {
        MemoryConfig.Weight weight = config.weight();
        return new Weights(
                weight.relevance(),
                weight.retrievability(),
                weight.importance(),
                weight.semantic(),
                weight.lexical(),
                weight.speaker(),
                weight.date(),
                new Bm25(config.lexical().k1(), config.lexical().b()),
                config.curve());
    }

    /** A memory and how well it answers. */
    public record FoundMemory(KeptMemory kept, Hit hit) {}

    /**
     * What was found, the best first.
     *
     * @param isFound whether the best is good enough to be an answer
     * @param byMeaning whether vectors were compared; else words decided alone
     */
    public record Found(List<FoundMemory> items, boolean isFound, boolean byMeaning) {}

    /** The memories that answer a question best. */
    public Uni<Found> find(AvatarId avatar, Query query) {
        Timer.Sample sample = Timer.start();
        return OwnContext.returning(shelves.of(avatar)
                        .call(shelf -> hurry(avatar, shelf))
                        .chain(shelf -> rank(shelf, query))
                        .chain(ranked -> contents(avatar, ranked)))
                .eventually(() -> sample.stop(timer));
    }

    /** An avatar that is searched has its memories embedded. */
    private Uni<Void> hurry(AvatarId avatar, Shelf shelf) {
        boolean waits = shelf.memories().stream().anyMatch(memory -> memory.vector() == null);
        return waits ? worker.hurry(avatar) : Uni.createFrom().voidItem();
    }

    private record Ranked(List<Hit> hits, boolean byMeaning) {}

    private Uni<Ranked> rank(Shelf shelf, Query query) {
        if (shelf.memories().isEmpty()) {
            return Uni.createFrom().item(new Ranked(List.of(), false));
        }
        Moment now = moment(shelf, query);
        Question question = Question.of(query.text(), shelf.speakers(), now, Stems::of);
        return embeddings
                .ofQuestion(question.embedded(), query.patience())
                .chain(embedded -> meaning(shelf, query.text(), embedded))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(meaning -> new Ranked(
                        ranking.best(
                                shelf.memories(),
                                question,
                                meaning.orElse(null),
                                now,
                                memory -> query.wants(memory, now),
                                query.limit()),
                        meaning.isPresent()));
    }

    private Uni<Optional<Meaning>> meaning(Shelf shelf, String text, Optional<Embedded> question) {
        CosineScale scale =
                new CosineScale(config.semantic().low(), config.semantic().high());
        double trust = Stems.isPortuguese(text) ? config.weight().trustElsewhere() : 1;
        return question.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : index.cosines(shelf, question.get()).map(cosines -> Optional.of(new Meaning(cosines, scale, trust)));
    }

    /** In the past, the world's time is that of the latest memory from before. */
    private Moment moment(Shelf shelf, Query query) {
        Instant real = query.asOf().orElseGet(clock::instant);
        WorldTime then = query.asOf().isEmpty()
                ? world.now()
                : shelf.memories().stream()
                        .map(Remembered::occurred)
                        .filter(occurred -> !occurred.real().isAfter(real))
                        .max(Comparator.comparing(Moment::real))
                        .map(Moment::world)
                        .orElseGet(world::now);
        return new Moment(real, then);
    }

    private Uni<Found> contents(AvatarId avatar, Ranked ranked) {
        List<UUID> ids = ranked.hits().stream().map(hit -> hit.memory().id()).toList();
        return memories.byIds(avatar, ids).map(kept -> {
            Map<UUID, KeptMemory> byId = kept.stream().collect(Collectors.toMap(KeptMemory::id, Function.identity()));
            List<FoundMemory> items = new ArrayList<>();
            for (Hit hit : ranked.hits()) {
                KeptMemory memory = byId.get(hit.memory().id());
                if (memory != null) {
                    items.add(new FoundMemory(memory, hit));
                }
            }
            boolean isFound = !items.isEmpty()
                    && items.getFirst().hit().relevance() >= config.semantic().found();
            return new Found(items, isFound, ranked.byMeaning());
        });
    }
}
