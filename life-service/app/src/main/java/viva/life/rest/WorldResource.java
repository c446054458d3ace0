package viva.life.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.WorldTime;
import viva.life.clock.World;
import viva.life.world.WorldClock;
import viva.platform.service.identity.Role;

/** The world's clock. */
@Cancellable(false)
@Path("/world")
public class WorldResource {
    private final OwnAvatars own;

    WorldResource(OwnAvatars own) {
        this.own = own;
    }

    /**
     * The clock at one instant; from {@code since} on, world time goes on at {@code scale} while it is running.
     */
    public record ClockView(WorldTime worldTime, Instant since, double scale, boolean running, long version) {}

    @GET
    public ClockView now() {
        World world = own.world();
        Instant since = world.realNow();
        return view(world.clock(), since);
    }

    @POST
    @Path("/pause")
    @RolesAllowed(Role.OPERATOR_LABEL)
    public Uni<ClockView> pause() {
        World world = own.world();
        return world.pause().map(clock -> view(clock, world.realNow()));
    }

    @POST
    @Path("/resume")
    @RolesAllowed(Role.OPERATOR_LABEL)
    public Uni<ClockView> resume() {
        World world = own.world();
        return world.resume().map(clock -> view(clock, world.realNow()));
    }

    private static ClockView view(WorldClock clock, Instant since) {
        return new ClockView(clock.worldTimeAt(since), since, clock.scale(), clock.running(), clock.version());
    }
}
