package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.message.SpeakV1;
import viva.platform.service.identity.Role;
import viva.platform.service.problem.Rejected;

/** Words on request, for operators who want to hear a voice without a conversation. */
@Cancellable
@Path("/speech")
@Tag(name = "speech")
public class SpeechResource {
    private final Speaking speaking;

    SpeechResource(Speaking speaking) {
        this.speaking = speaking;
    }

    /** What an avatar says, how, and whose voice it is. */
    public record SpokenView(String content, String tone, String voice) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR_LABEL)
    @Operation(summary = "Put an avatar's answer into words", description = "Nothing is stored and nothing is sent.")
    @APIResponse(responseCode = "200", description = "The words")
    @APIResponse(responseCode = "422", description = "A field is missing or too long")
    public Uni<SpokenView> speak(@NotNull SpeakV1 request) {
        SpeakCheck.fault(request).ifPresent(fault -> {
            throw Rejected.invalid(fault.field(), fault.message());
        });
        return speaking.speak(request, Urgency.INTERACTIVE)
                .map(spoken ->
                        new SpokenView(spoken.words().content(), spoken.words().tone(), spoken.voice()));
    }
}
