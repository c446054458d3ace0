package viva.llm.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AccountId;
import viva.contracts.Json;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Problem;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Chat for the other services; the account of the token pays. */
@Cancellable
@Path("/internal/chat")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "chat")
public class ChatResource {
    private static final Logger LOG = Logger.getLogger(ChatResource.class);

    private final Chats chats;
    private final Caller caller;

    ChatResource(Chats chats, Caller caller) {
        this.chats = chats;
        this.caller = caller;
    }

    /** Some whole sentences that passed their checks, with the blank before them; {@code index} counts from 0. */
    public record Delta(int index, String content) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask the language model",
            description =
                    "The answer is plain text that passed the checks of everything a model says. No id is sent to the model.")
    @APIResponse(responseCode = "200", description = "The answer, the model, and what it took")
    @APIResponse(responseCode = "422", description = "A message is missing, too long, or out of turn")
    @APIResponse(
            responseCode = "429",
            description = "The budget is spent; Retry-After tells when it is not, if that is known")
    @APIResponse(responseCode = "502", description = "The model failed, or what it said may not be shown")
    @APIResponse(responseCode = "503", description = "No model is set up or alive, or too many wait")
    @APIResponse(responseCode = "504", description = "The model took too long")
    public Uni<ChatReply> chat(@NotNull @Valid ChatRequest request) {
        return chats.ask(request, caller.account(), null);
    }

    @POST
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Ask the language model and hear it speak",
            description =
                    "Events: delta {index, content} for each sentence, then done with the whole answer, or error with a problem,"
                            + " after which nothing of the deltas may stay.")
    @APIResponse(responseCode = "200", description = "Server-Sent Events")
    @APIResponse(responseCode = "422", description = "A message is missing, too long, or out of turn")
    @APIResponse(responseCode = "503", description = "No model is set up or alive")
    public Multi<OutboundSseEvent> stream(@NotNull @Valid ChatRequest request, @Context Sse sse) {
        chats.require(request);
        AccountId payer = caller.account();
        return Multi.createFrom().emitter(emitter -> speak(request, payer, sse, emitter));
    }

    private void speak(ChatRequest request, AccountId payer, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        AtomicInteger index = new AtomicInteger();
        var running = chats.ask(
                        request,
                        payer,
                        sentence -> emitter.emit(event(sse, "delta", new Delta(index.getAndIncrement(), sentence))))
                .subscribe()
                .with(
                        reply -> emitter.emit(event(sse, "done", reply)).complete(),
                        failure -> emitter.emit(event(sse, "error", problem(failure)))
                                .complete());
        emitter.onTermination(running::cancel);
    }

    /** The stream has begun with status 200 before the model is asked, so that a failure can only be an event. */
    private static Problem problem(Throwable failure) {
        if (failure instanceof Rejected rejected) {
            return rejected.problem();
        }
        LOG.error("a streamed chat failed", failure);
        return Problem.of(ProblemType.INTERNAL, "Something went wrong here");
    }

    private static OutboundSseEvent event(Sse sse, String name, Object data) {
        try {
            return sse.newEventBuilder()
                    .name(name)
                    .data(String.class, Json.mapper().writeValueAsString(data))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of ours", impossible);
        }
    }
}
