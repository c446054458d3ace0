package viva.platform.letters.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.platform.letters.DeadLetters;
import viva.platform.letters.Letter;
import viva.platform.letters.LetterContent;
import viva.platform.letters.LetterFilter;
import viva.platform.letters.LetterPage;
import viva.platform.letters.LettersFailure;
import viva.platform.letters.Look;
import viva.platform.letters.Settled;
import viva.platform.messaging.MessagingConfig;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.PageRequest;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** What this service could not handle. Its methods wait for the broker, so they run on threads that may wait. */
@Cache(noStore = true)
@Cancellable(false)
@Path("/internal/dead-letters")
@Tag(name = "dead letters")
@RolesAllowed(Role.OPERATOR_LABEL)
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);

    private final DeadLetters letters;
    private final Caller caller;

    DeadLetterResource(
            MessagingConfig config, @ConfigProperty(name = "quarkus.application.name") String service, Caller caller) {
        this.letters = new DeadLetters(config.url(), service, config.timeout());
        this.caller = caller;
    }

    /**
     * A page of dead letters without their words, the oldest first.
     *
     * @param nextCursor what to send as {@code cursor} for the next page; null on the last one
     */
    public record LettersView(List<Letter> items, String nextCursor, Look look) {
        static LettersView of(LetterPage page) {
            String next = page.next() == null ? null : Cursor.of(page.next()).encoded();
            return new LettersView(page.letters(), next, page.look());
        }
    }

    @GET
    @Operation(
            summary = "Dead letters, the oldest first, without their words",
            description =
                    "A look sees at most 10,000 letters that stay. Commands whose time was over are dropped when one is met.")
    @APIResponse(responseCode = "200", description = "A page, and how far the look went")
    @APIResponse(responseCode = "409", description = "Somebody else has letters in hand; try again")
    @APIResponse(responseCode = "422", description = "A parameter cannot be read")
    @APIResponse(responseCode = "503", description = "The broker is away or has no such queue")
    public LettersView list(
            @Parameter(description = "Where they died, such as life.shard.7 or life.shard.*") @QueryParam("queue")
                    String queue,
            @Parameter(description = "Of the event or command, such as bond.*") @QueryParam("type") String type,
            @Parameter(description = "They died at this instant or later") @QueryParam("since") String since,
            @Parameter(description = "They died before this instant") @QueryParam("until") String until,
            @BeanParam PageRequest page) {
        LetterFilter filter = new LetterFilter(null, queue, type, instant("since", since), instant("until", until));
        return LettersView.of(answered(() -> letters.list(filter, skip(page), page.limit())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A dead letter with its words", description = "They may be what people wrote.")
    @APIResponse(responseCode = "200", description = "The letter, its headers and its body")
    @APIResponse(responseCode = "404", description = "No letter with this id was found")
    @APIResponse(responseCode = "409", description = "Somebody else has letters in hand; try again")
    @APIResponse(responseCode = "503", description = "The broker is away or has no such queue")
    public LetterContent show(@Parameter(description = "Of the event or command") @PathParam("id") String id) {
        return answered(() -> letters.show(id)).orElseThrow(() -> Rejected.notFound("The dead letter"));
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send dead letters back to the queues that they died in",
            description = "They keep their ids, so what was handled after all is not done twice.")
    @APIResponse(responseCode = "200", description = "How many left, how many stayed and why")
    @APIResponse(responseCode = "409", description = "Somebody else has letters in hand; try again")
    @APIResponse(responseCode = "422", description = "Nothing is said of which letters are meant")
    @APIResponse(responseCode = "503", description = "The broker is away or has no such queue")
    public Settled replay(@NotNull LetterChoice choice) {
        Settled settled = answered(() -> letters.replay(choice.filter(), choice.most()));
        LOG.infof("%d dead letters replayed for %s, %d stayed", settled.settled(), caller.account(), settled.stayed());
        return settled;
    }

    @POST
    @Path("/drop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Drop dead letters for good")
    @APIResponse(responseCode = "200", description = "How many are gone")
    @APIResponse(responseCode = "409", description = "Somebody else has letters in hand; try again")
    @APIResponse(responseCode = "422", description = "Nothing is said of which letters are meant")
    @APIResponse(responseCode = "503", description = "The broker is away or has no such queue")
    public Settled drop(@NotNull LetterChoice choice) {
        Settled settled = answered(() -> letters.drop(choice.filter(), choice.most()));
        LOG.infof("%d dead letters dropped for %s", settled.settled(), caller.account());
        return settled;
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (LettersFailure failure) {
            throw switch (failure.kind()) {
                case BUSY ->
                    Rejected.of(ProblemType.CONFLICT, failure.getMessage()).retryAfter(BUSY_FOR);
                case ABSENT, AWAY -> Rejected.of(ProblemType.UNAVAILABLE, failure.getMessage());
            };
        }
    }

    private static int skip(PageRequest page) {
        long skip = page.after(1).map(cursor -> cursor.number(0)).orElse(0L);
        if (skip < 0 || skip > DeadLetters.MOST_KEPT) {
            throw Rejected.blaming(ProblemType.BAD_REQUEST, "cursor", "is not one that was handed out here");
        }
        return Math.toIntExact(skip);
    }

    private static Instant instant(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw Rejected.invalid(name, "must be an instant such as 2026-11-29T12:00:00Z");
        }
    }
}
