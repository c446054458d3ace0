package viva.life.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;

class PromptRecallTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final AvatarId LUNA = new AvatarId(new UUID(7, 7));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CountDownLatch done = new CountDownLatch(1);

    private AwaitedRecall begin(MemorySource source) {
        return new PromptRecall(source, Recalls.config(LONG), registry).begin(LUNA, "my dog?", done::countDown);
    }

    private double counted(String outcome) {
        return registry.counter("viva.life.recalls", "outcome", outcome).count();
    }

    private void finished() {
        await().until(() -> done.getCount() == 0);
    }

    @Test
    void memories_that_come_in_time_stand() {
        AwaitedRecall recall = begin((avatar, text) -> List.of(Recalls.BRUNO));
        finished();

        assertThat(recall.isReady(System.nanoTime())).isTrue();
        assertThat(recall.settle()).containsExactly(Recalls.BRUNO);
        assertThat(counted("found")).isEqualTo(1);
    }

    @Test
    void memories_that_come_after_the_limit_are_left_out_and_counted() {
        CountDownLatch thought = new CountDownLatch(1);
        AwaitedRecall recall = begin((avatar, text) -> {
            try {
                thought.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of(Recalls.BRUNO);
        });

        assertThat(recall.isReady(System.nanoTime())).isFalse();
        assertThat(recall.isReady(recall.untilNanos())).isTrue();
        assertThat(recall.settle()).isEmpty();
        thought.countDown();
        finished();
        assertThat(recall.settle()).isEmpty();
        assertThat(counted("late")).isEqualTo(1);
    }

    @Test
    void an_avatar_service_that_is_away_is_not_waited_for() {
        AwaitedRecall recall = begin((avatar, text) -> {
            throw new IllegalStateException("away");
        });
        finished();

        assertThat(recall.isReady(System.nanoTime())).isTrue();
        assertThat(recall.settle()).isEmpty();
        assertThat(counted("failed")).isEqualTo(1);
    }

    @Test
    void when_too_many_ask_at_once_further_ones_recall_nothing() {
        CountDownLatch thought = new CountDownLatch(1);
        PromptRecall crowded = new PromptRecall(
                (avatar, text) -> {
                    try {
                        thought.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                },
                Recalls.config(LONG),
                registry);
        AwaitedRecall first = crowded.begin(LUNA, "one", done::countDown);

        AwaitedRecall second = crowded.begin(LUNA, "two", () -> {});

        assertThat(second.isReady(System.nanoTime())).isTrue();
        assertThat(second.settle()).isEmpty();
        assertThat(counted("crowded")).isEqualTo(1);
        assertThat(first.isReady(System.nanoTime())).isFalse();
        thought.countDown();
        finished();
    }

    @Test
    void the_avatar_service_is_asked_for_what_the_owner_may_hear() throws IOException {
        AtomicReference<String> asked = new AtomicReference<>();
        HttpServer server = server(asked, 200, """
                [{"id":"00000000-0000-0001-0000-000000000002","content":"My owner's dog is called Bruno.","gist":"a dog",
                  "occurred_at":"2030-01-01T12:00:00Z","score":0.9,"audience":"owner"},
                 {"id":"00000000-0000-0001-0000-000000000003","content":"We laughed.","occurred_at":"2030-01-02T12:00:00Z","score":0.4}]
                """);
        try {
            List<SpeakV1.Memory> found = source(server).find(LUNA, "What is my dog called? é & more");

            assertThat(found)
                    .containsExactly(
                            new SpeakV1.Memory(
                                    new UUID(1, 2),
                                    "My owner's dog is called Bruno.",
                                    WorldTime.parse("2030-01-01T12:00:00Z"),
                                    Audience.OWNER),
                            new SpeakV1.Memory(
                                    new UUID(1, 3),
                                    "We laughed.",
                                    WorldTime.parse("2030-01-02T12:00:00Z"),
                                    Audience.OWNER));
            assertThat(asked.get())
                    .isEqualTo(
                            "/internal/avatars/" + LUNA
                                    + "/recall?audience=owner&limit=8&query=What+is+my+dog+called%3F+%C3%A9+%26+more by shared secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void an_answer_that_is_none_is_a_failure() throws IOException {
        HttpServer server = server(new AtomicReference<>(), 404, "{}");
        try {
            AwaitedRecall recall = begin(source(server));
            finished();

            assertThat(recall.settle()).isEmpty();
            assertThat(counted("failed")).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    private static AvatarMemories source(HttpServer server) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new AvatarMemories(address, Optional.of("shared secret"), Recalls.config(LONG));
    }

    private static HttpServer server(AtomicReference<String> asked, int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI() + " by "
                    + exchange.getRequestHeaders().getFirst("X-Viva-Internal-Key"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
