package viva.gateway.peer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the gateway asks the llm service. */
@RegisterRestClient(configKey = "llm")
@Path("/internal/models")
interface LlmPeer {
    @GET
    Uni<ObjectNode> models();
}
