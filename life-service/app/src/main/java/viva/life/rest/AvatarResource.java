package viva.life.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.StateView;
import viva.life.history.Past;
import viva.life.input.OwnerTalk;
import viva.life.watch.StateOfResident;
import viva.platform.service.identity.Caller;

/** How an avatar is right now, or was at a past instant. Any replica answers, from the mind as it is stored. */
@Path("/avatars/{id}")
public class AvatarResource {
    private final OwnAvatars own;
    private final Caller caller;
    private final Past past;

    AvatarResource(OwnAvatars own, Caller caller, Past past) {
        this.own = own;
        this.caller = caller;
        this.past = past;
    }

    /** Where the owner and the avatar talk. */
    public record ConversationView(ConversationId conversationId) {}

    @GET
    @Path("/state")
    public Uni<StateView> state(@PathParam("id") AvatarId id, @QueryParam("at") String at) {
        var world = own.world();
        Instant then = PastParameters.instant("at", at);
        if (then != null) {
            return own.avatar(id, caller.account()).chain(resident -> past.stateAt(resident, then));
        }
        return own.avatar(id, caller.account()).map(resident -> StateOfResident.now(resident, world));
    }

    @GET
    @Path("/conversation")
    public Uni<ConversationView> conversation(@PathParam("id") AvatarId id) {
        return own.avatar(id, caller.account())
                .map(resident -> new ConversationView(OwnerTalk.conversation(resident.id(), resident.owner())));
    }
}
