package viva.gateway.why;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEndedV1;
import viva.contracts.message.BondEvent;
import viva.gateway.backend.Asker;
import viva.gateway.backend.Lives;
import viva.gateway.channel.Told;
import viva.gateway.timeline.Entry;
import viva.gateway.timeline.Timeline;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Finds out why something on an avatar's timeline happened. */
@Singleton
public class Why {
    private final Timeline timeline;
    private final Lives lives;

    Why(Timeline timeline, Lives lives) {
        this.timeline = timeline;
        this.lives = lives;
    }

    /**
     * What the life service says of the reasons, with the {@code event} itself; without reasons no {@code items} and a {@code note}. The caller has made sure that the avatar is the asker's. Fails with 404 when the timeline has no such event.
     */
    public Uni<JsonNode> of(Asker asker, AvatarId avatar, UUID eventId) {
        return timeline.find(avatar, eventId).chain(found -> {
            Entry entry = found.orElseThrow(() -> Rejected.notFound("event"));
            return cause(entry)
                    .chain(cause -> explained(asker, avatar, cause))
                    .map(said -> said.set("event", told(entry)));
        });
    }

    /** A bond that formed or reached something did so with one of its changes. */
    private Uni<Cause> cause(Entry entry) {
        boolean direct = entry.event() instanceof BondChangedV1 || entry.event() instanceof BondEndedV1;
        if (entry.event() instanceof BondEvent bond && !direct) {
            return timeline.bondChangeNear(entry.avatarId(), bond.otherId(), entry.seq())
                    .map(change -> change.map(found -> Cause.of(found.event())).orElseGet(() -> Cause.of(bond)));
        }
        return Uni.createFrom().item(Cause.of(entry.event()));
    }

    private Uni<ObjectNode> explained(Asker asker, AvatarId avatar, Cause cause) {
        return switch (cause) {
            case Cause.OfMessage(var id) -> explained(lives.why(asker, avatar, id));
            case Cause.OfTick(long tick) -> explained(lives.why(asker, avatar, tick));
            case Cause.OfConversation(var id) -> explained(lives.why(asker, avatar, id));
            case Cause.None(String note) -> Uni.createFrom().item(unexplained(note));
        };
    }

    private static Uni<ObjectNode> explained(Uni<JsonNode> answer) {
        return answer.map(ObjectNode.class::cast)
                .onFailure(Why::isForgotten)
                .recoverWithItem(() -> unexplained("what led to it is not kept any more"));
    }

    private static boolean isForgotten(Throwable failure) {
        return failure instanceof Rejected rejected && rejected.problem().status() == ProblemType.NOT_FOUND.status();
    }

    private static ObjectNode unexplained(String note) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items");
        return answer.put("note", note);
    }

    private static ObjectNode told(Entry entry) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        Told.of(entry).ifPresent(told -> event.put("name", told.event()).set("payload", told.payload()));
        return event;
    }
}
