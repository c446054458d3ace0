package viva.life.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.life.conversation.Line;
import viva.life.conversation.MessageTable;
import viva.life.conversation.MessageView;
import viva.life.conversation.TalkTable;
import viva.life.conversation.TalkView;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;

/** One conversation, and what was said in it, the latest first. */
@Cancellable(false)
@Path("/conversations/{id}")
public class ConversationResource {
    private static final int CURSOR_PARTS = 2;

    private final OwnAvatars own;
    private final Pool pool;
    private final Reading reading;
    private final Caller caller;

    ConversationResource(OwnAvatars own, Pool pool, Reading reading, Caller caller) {
        this.own = own;
        this.pool = pool;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    public Uni<TalkView> find(@PathParam("id") ConversationId id) {
        return own.talk(id, caller.account()).chain(talk -> switch (talk) {
            case OwnAvatars.WithOwner with ->
                Uni.createFrom().item(TalkView.withOwner(id, with.place().avatar()));
            case OwnAvatars.WithAvatar with ->
                TalkTable.find(pool, id, with.own().id());
        });
    }

    @GET
    @Path("/messages")
    public Uni<Page<?>> messages(@PathParam("id") ConversationId id, @BeanParam PageRequest page) {
        return own.talk(id, caller.account()).chain(talk -> switch (talk) {
            case OwnAvatars.WithOwner with -> withOwner(id, with, page);
            case OwnAvatars.WithAvatar with ->
                reading.lines(with.encounter(), own.world())
                        .map(lines -> page(lines, page, with.own().id()));
        });
    }

    private Uni<Page<MessageView>> withOwner(ConversationId id, OwnAvatars.WithOwner with, PageRequest page) {
        int limit = page.limit();
        var before = page.after(CURSOR_PARTS)
                .map(cursor -> new MessageTable.Position(cursor.instant(0), cursor.number(1)))
                .orElse(MessageTable.Position.END);
        return MessageTable.page(pool, with.place().shard(), id, before, limit + 1)
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.at(), row.seq())));
    }

    /** There are a dozen at most. */
    private static Page<LineView> page(List<Line> lines, PageRequest page, AvatarId reader) {
        long before = page.after(1).map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        List<Line> latestFirst = new ArrayList<>(
                lines.stream().filter(line -> line.turn() < before).toList());
        Collections.reverse(latestFirst);
        int limit = page.limit();
        List<Line> oneMore = latestFirst.subList(0, Math.min(limit + 1, latestFirst.size()));
        return Page.of(oneMore, limit, (Line line) -> Cursor.of(line.turn())).map(line -> LineView.of(line, reader));
    }
}
