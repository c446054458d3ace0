package viva.llm.nim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import viva.llm.budget.Budgets;
import viva.llm.budget.Call;
import viva.llm.budget.CallPurpose;
import viva.llm.budget.Slot;
import viva.llm.budget.Usage;

/** Texts to vectors by the model that {@code NIM_EMBEDDING_MODEL} names. */
@Singleton
public class NimEmbeddings {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int ATTEMPTS = 2;

    private final Optional<String> model;
    private final ModelBook book;
    private final Optional<NimHttp> http;
    private final PaidCall paid;
    private final FaultLog faults;
    private final int batch;
    private final Duration patience;
    private final InstantSource clock;
    private final AtomicInteger width = new AtomicInteger();

    /** The vectors of some texts, of length one each. */
    public record Batch(String model, int dimensions, List<float[]> vectors, Usage usage) {}

    @Inject
    NimEmbeddings(NimConfig config, NimSetup setup, Vertx vertx, Budgets budgets, CallGuard guard, FaultLog faults) {
        this(
                setup.embeddingModel(),
                setup.book(),
                setup.address()
                        .map(at -> new NimHttp(
                                vertx,
                                at,
                                setup.key(),
                                config.connectTimeout(),
                                config.concurrent(),
                                InstantSource.system())),
                new PaidCall(budgets, guard),
                faults,
                config.embeddingBatch(),
                config.totalTimeout(),
                InstantSource.system());
    }

    NimEmbeddings(
            Optional<String> model,
            ModelBook book,
            Optional<NimHttp> http,
            PaidCall paid,
            FaultLog faults,
            int batch,
            Duration patience,
            InstantSource clock) {
        this.model = model;
        this.book = book;
        this.http = http;
        this.paid = paid;
        this.faults = faults;
        this.batch = batch;
        this.patience = patience;
        this.clock = clock;
    }

    /** The model that is set; without one, texts are embedded in the process. */
    public Optional<String> model() {
        return http.isPresent() ? model : Optional.empty();
    }

    /** How wide its vectors are; 0 before the first one came. A model whose width changes is not believed. */
    public int dimensions() {
        return width.get();
    }

    /**
     * One vector for each text, in order.
     *
     * @param inputType {@code query} or {@code passage}
     * @return fails with a {@link NimException}
     */
    public Uni<List<float[]>> embed(List<String> texts, String inputType) {
        if (model().isEmpty()) {
            return Uni.createFrom().failure(new NimException(new NimFault.Off()));
        }
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += batch) {
            batches.add(texts.subList(from, Math.min(texts.size(), from + batch)));
        }
        Deadlines deadlines = Deadlines.at(clock.instant().plus(patience));
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(some -> attempt(some, inputType, deadlines, 1, none()))
                .collect()
                .in(ArrayList::new, (all, some) -> all.addAll(some.vectors()));
    }

    private Uni<Batch> attempt(
            List<String> texts, String inputType, Deadlines deadlines, int number, Set<OptionalField> left) {
        String name = model.orElseThrow();
        Set<OptionalField> optional = EnumSet.of(OptionalField.INPUT_TYPE, OptionalField.TRUNCATE);
        optional.removeAll(left);
        optional.removeAll(book.refused(name));
        int tokens = Usages.tokens(texts.stream().mapToInt(String::length).sum());
        return paid.make(
                        () -> {},
                        new Call(CallPurpose.EMBEDDING, null, null, Math.max(1, tokens)),
                        slot -> send(texts, inputType, optional, deadlines, slot),
                        Batch::usage,
                        Optional::empty)
                .invoke(got -> requireWidth(got.dimensions()))
                .invoke(got -> succeeded(name, left))
                .onFailure(NimException.class)
                .recoverWithUni(failure -> {
                    NimFault fault = failure.fault();
                    faults.failed(name, CallPurpose.EMBEDDING.label(), fault, clock.instant());
                    var failed = new RetryPlan.Attempt(name, number, optional, false);
                    return afterFailure(texts, inputType, deadlines, failed, left, fault);
                });
    }

    private Uni<Batch> send(
            List<String> texts, String inputType, Set<OptionalField> optional, Deadlines deadlines, Slot slot) {
        String name = model.orElseThrow();
        return http.orElseThrow()
                .post(
                        "embeddings",
                        body(name, texts, inputType, optional),
                        deadlines,
                        () -> new JsonReader<>(
                                MOST_BYTES, slot::began, document -> VectorDocument.read(document, name, texts)));
    }

    private static ObjectNode body(String model, List<String> texts, String inputType, Set<OptionalField> optional) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model);
        body.put("encoding_format", "float");
        ArrayNode input = body.putArray("input");
        texts.forEach(input::add);
        if (optional.contains(OptionalField.INPUT_TYPE)) {
            body.put("input_type", inputType);
        }
        if (optional.contains(OptionalField.TRUNCATE)) {
            body.put("truncate", "END");
        }
        return body;
    }

    private Uni<Batch> afterFailure(
            List<String> texts,
            String inputType,
            Deadlines deadlines,
            RetryPlan.Attempt failed,
            Set<OptionalField> left,
            NimFault fault) {
        Duration untilLate = deadlines.untilTotal(clock.instant());
        return switch (RetryPlan.after(failed, fault, List.of(), ATTEMPTS, untilLate, 0)) {
            case RetryPlan.Next.GiveUp none -> Uni.createFrom().failure(new NimException(fault));
            case RetryPlan.Next.Other other -> Uni.createFrom().failure(new NimException(fault));
            case RetryPlan.Next.Without without -> {
                Set<OptionalField> more = EnumSet.copyOf(left);
                more.addAll(without.fields());
                yield attempt(texts, inputType, deadlines, failed.number(), more);
            }
            case RetryPlan.Next.Again again ->
                http.orElseThrow()
                        .after(again.pause())
                        .flatMap(waited -> attempt(texts, inputType, deadlines, failed.number() + 1, left));
        };
    }

    private void requireWidth(int dimensions) {
        if (!width.compareAndSet(0, dimensions) && width.get() != dimensions) {
            throw new NimException(
                    new NimFault.Garbled("vectors are %d wide and were %d".formatted(dimensions, width.get())));
        }
    }

    private void succeeded(String name, Set<OptionalField> left) {
        faults.succeeded(name, CallPurpose.EMBEDDING.label());
        if (!left.isEmpty()) {
            book.refuses(name, left);
        }
    }

    private static Set<OptionalField> none() {
        return EnumSet.noneOf(OptionalField.class);
    }

    @PreDestroy
    void close() {
        http.ifPresent(NimHttp::close);
    }
}
