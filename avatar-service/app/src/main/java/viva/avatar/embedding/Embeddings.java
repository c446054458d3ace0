package viva.avatar.embedding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.avatar.recall.Vector;

/** Embeds texts by the llm service, which chooses the model. */
@Singleton
public class Embeddings {
    static final int MOST_TEXTS = 64;

    private static final String QUERY = "query";
    private static final String PASSAGE = "passage";
    private static final int CONNECT_SECONDS = 1;
    private static final int READ_SECONDS = 20;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final LlmRest llm;
    private final String key;
    private final Counter missed;
    private volatile String model;

    Embeddings(
            @ConfigProperty(name = "viva.url.llm") URI url,
            @ConfigProperty(name = "viva.internal.key") Optional<String> key,
            MeterRegistry metrics) {
        this.llm = QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .userAgent("viva-avatar")
                .build(LlmRest.class);
        this.key = key.orElse(null);
        this.missed = Counter.builder("viva.memory.questions.unembedded")
                .description("questions that were answered by words alone, because their vector did not come in time")
                .register(metrics);
    }

    /**
     * A vector.
     *
     * @param model vectors of others cannot be compared with it
     */
    public record Embedded(String model, Vector vector) {}

    /** The vector of a question; empty when it does not come in time, which is counted. */
    public Uni<Optional<Embedded>> ofQuestion(String question, Duration patience) {
        return llm.embed(key, new LlmRest.Texts(List.of(question), QUERY))
                .ifNoItem()
                .after(patience)
                .fail()
                .map(answer -> Optional.of(embedded(answer, 0)))
                .onFailure()
                .invoke(_ -> missed.increment())
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** The vectors of at most {@value #MOST_TEXTS} texts, in order. Fails with {@link Unreadable} when it is the texts' fault. */
    Uni<List<Embedded>> ofPassages(List<String> texts) {
        return llm.embed(key, new LlmRest.Texts(texts, PASSAGE))
                .map(answer -> IntStream.range(0, texts.size())
                        .mapToObj(i -> embedded(answer, i))
                        .toList())
                .onFailure(Embeddings::isTheirFault)
                .transform(Unreadable::new);
    }

    /** The model that answered last; null before the first answer. */
    String model() {
        return model;
    }

    private Embedded embedded(LlmRest.Vectors answer, int index) {
        model = answer.model();
        return new Embedded(answer.model(), Vector.of(answer.embeddings().get(index)));
    }

    private static boolean isTheirFault(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() >= FIRST_CLIENT_ERROR
                && answer.getResponse().getStatus() < FIRST_SERVER_ERROR
                && answer.getResponse().getStatus() != TOO_MANY_REQUESTS
                && answer.getResponse().getStatus() != Response.Status.UNAUTHORIZED.getStatusCode();
    }

    /** Texts that the model refuses. */
    static final class Unreadable extends RuntimeException {
        Unreadable(Throwable cause) {
            super(cause);
        }
    }
}
