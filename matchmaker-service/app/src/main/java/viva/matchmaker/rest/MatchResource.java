package viva.matchmaker.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.matchmaker.match.Matchmaker;
import viva.matchmaker.verdict.Block;
import viva.matchmaker.verdict.Blocks;
import viva.matchmaker.verdict.Kind;
import viva.matchmaker.verdict.Verdicts;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;

/** Matches of the caller's avatars. Another account's avatars answer exactly as unknown ones. */
@Cancellable(false)
@Path("/avatars/{id}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "matches")
public class MatchResource {
    private final Matchmaker matchmaker;
    private final Verdicts verdicts;
    private final Blocks blocks;

    MatchResource(Matchmaker matchmaker, Verdicts verdicts, Blocks blocks) {
        this.matchmaker = matchmaker;
        this.verdicts = verdicts;
        this.blocks = blocks;
    }

    @GET
    @Path("matches")
    @Operation(
            summary = "The best matches, best first, with the breakdown of each score",
            description =
                    "One page of at most 100. Never the avatar itself, others of its owner, passed or blocked ones, partners,"
                            + " recent exes, or those who rest.")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id")
    public Uni<Page<MatchView>> matches(@RestPath AvatarId id, @BeanParam PageRequest page) {
        return matchmaker
                .best(id, page.limit())
                .map(matches -> new Page<>(matches.stream().map(MatchView::of).toList(), null));
    }

    @GET
    @Path("score/{other}")
    @Operation(summary = "How well an avatar of mine and another suit each other")
    @APIResponse(responseCode = "404", description = "No avatar of mine has this id, or the other is not known")
    public Uni<MatchView> score(@RestPath AvatarId id, @RestPath AvatarId other) {
        return matchmaker.pair(id, other).map(MatchView::of);
    }

    @POST
    @Path("likes")
    @Operation(summary = "Like somebody", description = "When they like my avatar too, both are told.")
    public Uni<VerdictView> like(@RestPath AvatarId id, @NotNull GiveVerdict body) {
        return give(id, body.about(), Kind.LIKE);
    }

    @POST
    @Path("passes")
    @Operation(summary = "Pass on somebody: they are not offered any more")
    public Uni<VerdictView> pass(@RestPath AvatarId id, @NotNull GiveVerdict body) {
        return give(id, body.about(), Kind.PASS);
    }

    @POST
    @Path("blocks")
    @Operation(
            summary = "Block somebody: there is nothing between the two any more",
            description = "No matches, likes, encounters or bonds, either way, until the block is taken back.")
    public Uni<VerdictView> block(@RestPath AvatarId id, @NotNull GiveVerdict body) {
        AvatarId other = body.about();
        return blocks.block(id, other).replaceWith(new VerdictView(other, Kind.BLOCK, false));
    }

    @GET
    @Path("blocks")
    @Operation(summary = "Whom an avatar of mine blocks, the latest first")
    public Uni<Page<Block>> blocks(@RestPath AvatarId id, @BeanParam PageRequest page) {
        int limit = page.limit();
        return page.after(2)
                .map(cursor -> blocks.newestOf(id, cursor.instant(0), cursor.uuid(1), limit + 1))
                .orElseGet(() -> blocks.newestOf(id, limit + 1))
                .map(found -> Page.of(found, limit, (Block last) -> Cursor.of(last.blockedAt(), last.avatarId())));
    }

    @DELETE
    @Path("blocks/{other}")
    @Operation(summary = "Take a block back", description = "Nothing of what was between the two comes back by itself.")
    public Uni<Void> unblock(@RestPath AvatarId id, @RestPath AvatarId other) {
        return blocks.unblock(id, other);
    }

    private Uni<VerdictView> give(AvatarId id, AvatarId other, Kind kind) {
        return verdicts.give(id, other, kind).map(mutual -> new VerdictView(other, kind, mutual));
    }
}
