package viva.gateway.backend;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the gateway asks the llm service; on nobody's behalf. */
@RegisterRestClient
@Path("/internal/models")
interface LlmRest {
    @GET
    Uni<JsonNode> models();
}
