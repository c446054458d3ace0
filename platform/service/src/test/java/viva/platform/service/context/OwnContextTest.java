package viva.platform.service.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnContextTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_result_of_another_thread_comes_back_to_the_context_that_asked() throws Exception {
        Context asking = vertx.getOrCreateContext();
        CompletableFuture<String> elsewhere = new CompletableFuture<>();
        CompletableFuture<Context> seenOn = new CompletableFuture<>();
        asking.runOnContext(_ -> {
            OwnContext.returning(Uni.createFrom().completionStage(elsewhere))
                    .subscribe()
                    .with(_ -> seenOn.complete(Vertx.currentContext()), seenOn::completeExceptionally);
            Thread.ofPlatform().start(() -> elsewhere.complete("done"));
        });

        assertThat(seenOn.get(10, TimeUnit.SECONDS)).isSameAs(asking);
    }

    @Test
    void without_a_context_a_result_stays_where_it_is() {
        String done = OwnContext.returning(Uni.createFrom().item("done"))
                .subscribeAsCompletionStage()
                .getNow(null);

        assertThat(done).isEqualTo("done");
    }
}
