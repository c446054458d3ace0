package viva.llm.analysis;

import io.smallrye.mutiny.Uni;
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
import viva.platform.service.identity.Caller;

/** Analysis of texts for the other services; the account of the token pays. */
@Cancellable
@Path("/internal/analysis")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "analysis")
public class AnalysisResource {
    private final Analyses analyses;
    private final Caller caller;

    AnalysisResource(Analyses analyses, Caller caller) {
        this.analyses = analyses;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Have a text read by the language model",
            description =
                    "The answer fits the given JSON schema. An answer that does not is asked for once more, then it is a failure.")
    @APIResponse(responseCode = "200", description = "The result, the model, and what it took")
    @APIResponse(responseCode = "422", description = "A field is missing or too long, or the schema is none")
    @APIResponse(
            responseCode = "429",
            description = "The budget is spent; Retry-After tells when it is not, if that is known")
    @APIResponse(responseCode = "502", description = "The model failed, or no answer fitted the schema")
    @APIResponse(responseCode = "503", description = "No model is set up or alive, or too many wait")
    @APIResponse(responseCode = "504", description = "The model took too long")
    public Uni<AnalysisReply> analyse(@NotNull @Valid AnalysisRequest request) {
        return analyses.read(request, caller.account());
    }
}
