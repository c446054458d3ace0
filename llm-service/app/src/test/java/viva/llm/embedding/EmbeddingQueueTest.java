package viva.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.Recorder;

class EmbeddingQueueTest {
    private static final long TEN_MILLIS = 10_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final Recorder<String> embedded = new Recorder<>();
    private final CountDownLatch allAsked = new CountDownLatch(1);
    private final EmbeddingQueue queue = new EmbeddingQueue(1, 2, clock::get);

    @AfterEach
    void stop() {
        queue.stop();
    }

    @Test
    void a_question_overtakes_passages_after_a_slice_of_theirs() {
        CompletableFuture<List<float[]>> passages =
                queue.embed(List.of("a", "b", "c", "d"), Purpose.PASSAGE, this::slowly);
        CompletableFuture<List<float[]>> more = queue.embed(List.of("e"), Purpose.PASSAGE, this::slowly);
        CompletableFuture<List<float[]>> question = queue.embed(List.of("?"), Purpose.QUERY, this::slowly);
        allAsked.countDown();

        CompletableFuture.allOf(passages, more, question).join();

        assertThat(embedded.snapshot()).containsExactly("a", "b", "?", "c", "d", "e");
        assertThat(passages.join()).hasSize(4);
    }

    @Test
    void one_batch_more_than_may_wait_is_refused_and_room_comes_back() {
        Function<String, float[]> slowly = this::slowly;
        List<CompletableFuture<List<float[]>>> full = List.of(
                queue.embed(List.of("a"), Purpose.PASSAGE, slowly),
                queue.embed(List.of("b"), Purpose.PASSAGE, slowly),
                queue.embed(List.of("c"), Purpose.PASSAGE, slowly));

        assertThatThrownBy(() -> queue.embed(List.of("d"), Purpose.QUERY, slowly))
                .isInstanceOf(RejectedExecutionException.class);
        allAsked.countDown();
        full.forEach(CompletableFuture::join);

        assertThat(queue.embed(List.of("d"), Purpose.QUERY, slowly).join()).hasSize(1);
    }

    @Test
    void a_text_that_fails_fails_its_batch_and_no_other() {
        allAsked.countDown();
        CompletableFuture<List<float[]>> bad = queue.embed(List.of("a", "b"), Purpose.PASSAGE, text -> {
            throw new IllegalStateException(text);
        });

        assertThatThrownBy(bad::join).hasRootCauseMessage("a");
        assertThat(queue.embed(List.of("c"), Purpose.PASSAGE, this::slowly).join())
                .hasSize(1);
    }

    private float[] slowly(String text) {
        try {
            allAsked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        embedded.accept(text);
        clock.addAndGet(TEN_MILLIS);
        return new float[] {1};
    }
}
