package viva.life.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.life.explanation.Explanation;
import viva.life.history.Causes;
import viva.life.history.Course;
import viva.life.history.Range;
import viva.life.resident.Resident;
import viva.platform.service.identity.Caller;
import viva.platform.service.problem.Rejected;

/** How an avatar fared, and why. */
@Cancellable(false)
@Path("/avatars/{id}")
public class HistoryResource {
    private final OwnAvatars own;
    private final Caller caller;
    private final Course course;
    private final Causes causes;

    HistoryResource(OwnAvatars own, Caller caller, Course course, Causes causes) {
        this.own = own;
        this.caller = caller;
        this.course = course;
        this.causes = causes;
    }

    /** The causes of some changes, in the order in which they happened. */
    public record WhyView(AvatarId avatarId, List<ChangeView> items) {}

    /** One change: {@code steps} lead from what happened to what came of it. */
    public record ChangeView(WorldTime worldTime, long tick, List<StepView> steps) {
        static ChangeView of(Explanation why) {
            return new ChangeView(
                    why.at(),
                    why.tick(),
                    why.steps().stream()
                            .map(step -> new StepView(step.kind().label(), step.text(), step.numbers()))
                            .toList());
        }
    }

    /** {@code kind} is event, appraisal, emotion, need, mood, desire, choice or act. */
    public record StepView(String kind, String text, Map<String, Double> numbers) {}

    @GET
    @Path("/history")
    public Uni<Course.View> history(
            @PathParam("id") AvatarId id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("step") String step) {
        var world = own.world();
        Duration wanted = PastParameters.duration("step", step);
        Range range = Range.of(
                PastParameters.instant("from", from), PastParameters.instant("to", to), wanted, world.realNow());
        return own.avatar(id, caller.account()).chain(resident -> course.of(resident, range));
    }

    @GET
    @Path("/why")
    public Uni<WhyView> why(
            @PathParam("id") AvatarId id,
            @QueryParam("message") MessageId message,
            @QueryParam("conversation") ConversationId conversation,
            @QueryParam("tick") String tick) {
        own.world();
        if (Stream.of(message, conversation, tick).filter(Objects::nonNull).count() != 1) {
            throw Rejected.invalid("message", "or tick or conversation is required: one of them");
        }
        return own.avatar(id, caller.account())
                .chain(resident -> why(resident, message, conversation, tick))
                .map(told -> new WhyView(id, told.stream().map(ChangeView::of).toList()));
    }

    private Uni<List<Explanation>> why(Resident resident, MessageId message, ConversationId conversation, String tick) {
        if (message != null) {
            return causes.ofMessage(resident, message);
        }
        return conversation != null
                ? causes.ofConversation(resident, conversation)
                : causes.ofTick(resident, PastParameters.wholeNumber("tick", tick));
    }
}
