package viva.relationship.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;
import viva.platform.service.problem.Rejected;
import viva.relationship.ledger.Encounter;
import viva.relationship.ledger.KeptBond;
import viva.relationship.ledger.Ledger;
import viva.relationship.ledger.PageStart;
import viva.relationship.people.Ownership;

/** Bonds, each as the named avatar sees it. Only its owner and operators get an answer; for others it is unknown. */
@Cancellable(false)
@Path("/")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bonds")
public class BondResource {
    private final Ledger ledger;
    private final Ownership ownership;

    BondResource(Ledger ledger, Ownership ownership) {
        this.ledger = ledger;
        this.ownership = ownership;
    }

    @POST
    @Path("bonds/evolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell of an encounter of two avatars", description = "The first one forms their bond.")
    @APIResponse(responseCode = "200", description = "The bond after it, as avatar_id sees it")
    @APIResponse(responseCode = "404", description = "avatar_id is not one of mine, or other_id is not known")
    @APIResponse(responseCode = "409", description = "The turning point is no step from their status")
    @APIResponse(responseCode = "422", description = "Some values are not valid; every one of them is named")
    public Uni<BondView> evolve(@NotNull EvolveBond body) {
        Encounter encounter = body.encounter();
        return ledger.evolve(encounter, () -> ownership.toTell(encounter.avatar(), encounter.other()))
                .map(kept -> BondView.of(kept, encounter.avatar()));
    }

    @GET
    @Path("avatars/{id}/bonds")
    @Operation(summary = "The bonds of an avatar, the last changed first")
    public Uni<Page<BondView>> list(
            @RestPath AvatarId id, @RestQuery Optional<String> status, @BeanParam PageRequest page) {
        int limit = page.limit();
        Optional<PageStart> start = page.after(2).map(cursor -> new PageStart(cursor.instant(0), cursor.uuid(1)));
        return ledger.newestOf(id, status.map(BondResource::status), start, limit + 1, () -> ownership.toRead(id))
                .map(bonds -> Page.of(bonds, limit, (KeptBond last) -> Cursor.of(last.updatedAt(), last.id())))
                .map(found -> found.map(kept -> BondView.of(kept, id)));
    }

    @GET
    @Path("avatars/{id}/bonds/{other}")
    @Operation(summary = "The bond of an avatar with another")
    @APIResponse(responseCode = "404", description = "The avatar is not one of mine, or they never met")
    public Uni<BondView> get(@RestPath AvatarId id, @RestPath AvatarId other) {
        return ledger.find(id, other, () -> ownership.toRead(id)).map(kept -> BondView.of(kept, id));
    }

    @GET
    @Path("avatars/{id}/stats")
    @Operation(summary = "All bonds of an avatar in numbers")
    public Uni<StatsView> stats(@RestPath AvatarId id) {
        return ledger.tallies(id, () -> ownership.toRead(id)).map(tallies -> StatsView.of(id, tallies));
    }

    private static BondStatus status(String label) {
        try {
            return BondStatus.of(label);
        } catch (IllegalArgumentException unknown) {
            throw Rejected.invalid("status", "must be a status such as close_friends");
        }
    }
}
