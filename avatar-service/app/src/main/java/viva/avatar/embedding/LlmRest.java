package viva.avatar.embedding;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import viva.platform.service.identity.Internal;

/** The llm service's REST, as far as memories need it. */
@RegisterRestClient
@Path("/internal/vectors")
interface LlmRest {
    @POST
    Uni<Vectors> embed(@HeaderParam(Internal.KEY_HEADER) String key, Texts texts);

    /**
     * Texts to embed.
     *
     * @param purpose {@code query} or {@code passage}: models embed a question differently from what may answer it
     */
    record Texts(List<String> texts, String purpose) {}

    /** One vector of length one for each text, in order. */
    record Vectors(String model, int dimensions, List<float[]> embeddings) {}
}
