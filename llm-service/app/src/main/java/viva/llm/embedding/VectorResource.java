package viva.llm.embedding;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.platform.service.identity.Internal;

/** Texts to vectors, for other services on nobody's behalf: what {@link EmbeddingResource} answers to whoever has a token. */
@Cancellable
@Path("/internal/vectors")
@PermitAll
@Internal
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "embeddings")
public class VectorResource {
    private final EmbeddingResource embeddings;

    VectorResource(Embedders embedders) {
        this.embeddings = new EmbeddingResource(embedders);
    }

    @POST
    @Operation(summary = "Embed up to 64 texts of up to 2,000 characters, for another service")
    @APIResponse(responseCode = "200", description = "One vector of length one for each text, in order")
    @APIResponse(responseCode = "401", description = "It is no other service that asks")
    @APIResponse(responseCode = "422", description = "No text, too many texts, or one that is blank or too long")
    @APIResponse(responseCode = "429", description = "The budget of the model's server is spent")
    @APIResponse(responseCode = "502", description = "The model's server failed")
    @APIResponse(responseCode = "503", description = "The model is not there or too many texts wait")
    public Uni<EmbeddingResource.EmbeddingAnswer> embed(@NotNull @Valid EmbeddingResource.EmbeddingRequest request) {
        return embeddings.embed(request);
    }
}
