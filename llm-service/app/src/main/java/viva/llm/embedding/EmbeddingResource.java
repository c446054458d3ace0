package viva.llm.embedding;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Texts to vectors, for the services that search by meaning. */
@Cancellable
@Path("/internal/embeddings")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "embeddings")
public class EmbeddingResource {
    private static final int MOST_TEXTS = 64;
    private static final int MOST_CHARS = 2_000;

    private final Embedders embedders;

    EmbeddingResource(Embedders embedders) {
        this.embedders = embedders;
    }

    /** Texts and what their vectors are for. */
    public record EmbeddingRequest(
            @NotNull @Size(min = 1, max = MOST_TEXTS) List<@NotBlank @Size(max = MOST_CHARS) String> texts,
            @NotNull Purpose purpose) {}

    /** One vector for each text, in order. */
    public record EmbeddingAnswer(String model, int dimensions, List<float[]> embeddings) {}

    @POST
    @Operation(summary = "Embed up to 64 texts of up to 2,000 characters", description = "The vectors have length one.")
    @APIResponse(responseCode = "200", description = "One vector for each text, in order")
    @APIResponse(responseCode = "422", description = "No text, too many texts, or one that is blank or too long")
    @APIResponse(responseCode = "429", description = "The budget of the model's server is spent")
    @APIResponse(responseCode = "502", description = "The model's server failed")
    @APIResponse(responseCode = "503", description = "The model is not there or too many texts wait")
    public Uni<EmbeddingAnswer> embed(@NotNull @Valid EmbeddingRequest request) {
        Embedder embedder = embedders.current();
        return embedder.embed(request.texts(), request.purpose())
                .map(vectors -> new EmbeddingAnswer(embedder.model(), embedder.dimensions(), vectors));
    }
}
