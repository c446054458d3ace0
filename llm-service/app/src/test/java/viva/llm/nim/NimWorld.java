package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import viva.llm.budget.CallPurpose;
import viva.llm.budget.CountingBudgets;

/** A client of a server on this machine, with budgets that count. */
final class NimWorld implements AutoCloseable {
    static final String KEY = "nvapi-top-secret";
    static final Duration LONG = Duration.ofSeconds(30);

    final CountingBudgets budgets = new CountingBudgets();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final ModelBook book = new ModelBook(Map.of(Purpose.ANSWER, List.of("first", "second")), Duration.ofHours(1));
    private final Vertx vertx = Vertx.vertx();
    private final NimHttp http;
    final ChatClient chat;
    final NimEmbeddings embeddings;

    private static final CallGuard OPEN = new CallGuard() {
        @Override
        public <T> Uni<T> around(CallPurpose purpose, Supplier<Uni<T>> call) {
            return call.get();
        }
    };

    NimWorld(String url) {
        this(url, KEY);
    }

    NimWorld(String url, String key) {
        NimAddress.At address = (NimAddress.At) NimAddress.parse(url);
        http = new NimHttp(vertx, address, ApiKey.of(key), Duration.ofSeconds(1), 8, InstantSource.system());
        PaidCall paid = new PaidCall(budgets, OPEN);
        FaultLog faults = new FaultLog(metrics);
        chat = new ChatClient(book, Optional.of(http), paid, faults, 3, InstantSource.system(), () -> 0);
        embeddings = new NimEmbeddings(
                Optional.of("embedder"), book, Optional.of(http), paid, faults, 2, LONG, InstantSource.system());
    }

    /** A look at the server as at the start of the service. */
    StartProbe probe(NimConfig config, NimSetup setup) {
        ChatClient asking = new ChatClient(
                setup.book(),
                Optional.of(http),
                new PaidCall(budgets, OPEN),
                new FaultLog(metrics),
                1,
                InstantSource.system(),
                () -> 0);
        return new StartProbe(config, setup, asking, vertx);
    }

    static ChatOrder order(boolean stream, Deadlines deadlines) {
        return new ChatOrder(
                CallPurpose.ANSWER,
                null,
                null,
                List.of(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "You are Luna."),
                        new ChatMessage(ChatMessage.Role.USER, "Hello")),
                100,
                .7,
                stream,
                null,
                deadlines);
    }

    static Deadlines in(Duration firstToken, Duration total) {
        Instant now = Instant.now();
        return new Deadlines(now.plus(firstToken), now.plus(total));
    }

    private boolean hear(String model, String words) {
        heard.add(words);
        return false;
    }

    ChatAnswer stream() {
        return stream(in(LONG, LONG));
    }

    ChatAnswer stream(Deadlines deadlines) {
        return chat.chat(order(true, deadlines), this::hear).await().atMost(LONG);
    }

    ChatAnswer plain() {
        return chat.chat(order(false, in(LONG, LONG)), this::hear).await().atMost(LONG);
    }

    /** The fault that the call ends with; nothing of it tells the key. */
    static NimFault fault(Runnable call) {
        try {
            call.run();
        } catch (NimException e) {
            assertThat(e.toString()).doesNotContain("top-secret");
            return e.fault();
        }
        throw new AssertionError("the call did not fail");
    }

    double count(String outcome) {
        return metrics.find("viva.llm.model.calls").tag("outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
