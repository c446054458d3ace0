package viva.life.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.CarriedMind;
import viva.contracts.ConversationId;
import viva.contracts.ShardId;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.conversation.TalkTable;
import viva.life.conversation.TalkView;
import viva.life.history.Past;
import viva.life.resident.MindTable;
import viva.life.resident.Resident;
import viva.life.voice.OfflinePhrasing;
import viva.life.watch.StateOfResident;
import viva.life.watch.WordedState;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** How an avatar is right now, or was at a past instant. Any replica answers, from the mind as it is stored. */
@Cancellable(false)
@Path("/avatars/{id}")
public class AvatarResource {
    private final OwnAvatars own;
    private final Pool pool;
    private final Caller caller;
    private final Past past;
    private final OfflinePhrasing voices;

    AvatarResource(OwnAvatars own, Pool pool, Caller caller, Past past, OfflinePhrasing voices) {
        this.voices = voices;
        this.own = own;
        this.pool = pool;
        this.caller = caller;
        this.past = past;
    }

    /** Where the owner and the avatar talk. */
    public record ConversationView(ConversationId conversationId) {}

    /**
     * A state, and how it was found out.
     *
     * @param exact whether it was worked out for the very instant that was asked for; null for the present
     */
    public record ToldState(
            @JsonUnwrapped StateView state,
            @JsonInclude(JsonInclude.Include.NON_NULL) Boolean exact) {}

    @GET
    @Path("/state")
    public Uni<ToldState> state(@PathParam("id") AvatarId id, @QueryParam("at") String at) {
        var world = own.world();
        Instant then = PastParameters.instant("at", at);
        return own.avatar(id, caller.account())
                .chain(resident -> MindTable.profiles(pool, ShardId.of(id), List.of(id))
                        .map(profiles -> profiles.get(id))
                        .chain(profile -> then == null
                                ? Uni.createFrom()
                                        .item(new ToldState(
                                                StateOfResident.now(resident, profile, world, voices), null))
                                : past.at(resident, then).map(told -> told(resident, profile, told))));
    }

    private ToldState told(Resident resident, AvatarProfile profile, Past.Then then) {
        StateView state = then.exact()
                ? WordedState.of(resident.id(), profile, resident.locale(), then.mind(), voices)
                : then.sampled();
        return new ToldState(state, then.exact());
    }

    /**
     * The conversations of an avatar: the one with its owner, then those with other avatars, the newest first.
     *
     * @param type {@code owner} or {@code avatar}; both when absent
     * @param status {@code active} or {@code ended}; both when absent
     */
    @GET
    @Path("/conversations")
    public Uni<Page<TalkView>> conversations(
            @PathParam("id") AvatarId id,
            @QueryParam("type") String type,
            @QueryParam("status") String status,
            @BeanParam PageRequest page) {
        Boolean active = oneOf("status", status, "active", "ended");
        Boolean withOwner = oneOf("type", type, "owner", "avatar");
        int limit = page.limit();
        var cursor = page.after(2);
        var before =
                cursor.map(c -> new TalkTable.Position(c.instant(0), c.uuid(1))).orElse(TalkTable.Position.NEWEST);
        boolean showOwner = cursor.isEmpty() && !Boolean.FALSE.equals(withOwner) && !Boolean.FALSE.equals(active);
        return own.avatar(id, caller.account())
                .chain(resident -> Boolean.TRUE.equals(withOwner)
                        ? Uni.createFrom().item(List.<TalkView>of())
                        : TalkTable.page(pool, id, before, active, limit + 1))
                .map(rows -> Page.of(
                        rows,
                        limit,
                        (TalkView row) -> Cursor.of(row.startedAt(), row.id().value())))
                .chain(found ->
                        showOwner ? withOwner(id, found) : Uni.createFrom().item(found));
    }

    private Uni<Page<TalkView>> withOwner(AvatarId id, Page<TalkView> others) {
        return own.avatar(id, caller.account()).map(resident -> {
            List<TalkView> all = new ArrayList<>();
            all.add(TalkView.withOwner(resident.ownerConversation(), id));
            all.addAll(others.items());
            return new Page<>(all, others.nextCursor());
        });
    }

    /** True for the first choice, false for the second, null when nothing was chosen. */
    private static Boolean oneOf(String field, String value, String first, String second) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!value.equals(first) && !value.equals(second)) {
            throw Rejected.blaming(ProblemType.BAD_REQUEST, field, "must be " + first + " or " + second);
        }
        return value.equals(first);
    }

    /**
     * A mind as another life can begin with it.
     *
     * @param worldTime now
     */
    public record CarriedView(WorldTime worldTime, CarriedMind mind) {}

    /** What of the mind can be carried into another life: neither ties nor a concern. */
    @GET
    @Path("/mind")
    public Uni<CarriedView> mind(@PathParam("id") AvatarId id) {
        var world = own.world();
        return own.avatar(id, caller.account()).map(resident -> {
            WorldTime now = world.now();
            return new CarriedView(now, world.lives().carriedAt(resident.mind(), resident.timeOf(now)));
        });
    }

    @GET
    @Path("/conversation")
    public Uni<ConversationView> conversation(@PathParam("id") AvatarId id) {
        return own.avatar(id, caller.account()).map(resident -> new ConversationView(resident.ownerConversation()));
    }
}
