package viva.life.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import viva.contracts.ConversationId;
import viva.life.conversation.MessageTable;
import viva.life.conversation.MessageView;
import viva.platform.service.identity.Caller;
import viva.platform.service.page.Cursor;
import viva.platform.service.page.Page;
import viva.platform.service.page.PageRequest;

/** What was said, the latest first. */
@Path("/conversations/{id}/messages")
public class ConversationResource {
    private static final int CURSOR_PARTS = 2;

    private final OwnAvatars own;
    private final Pool pool;
    private final Caller caller;

    ConversationResource(OwnAvatars own, Pool pool, Caller caller) {
        this.own = own;
        this.pool = pool;
        this.caller = caller;
    }

    @GET
    public Uni<Page<MessageView>> messages(@PathParam("id") ConversationId id, @BeanParam PageRequest page) {
        int limit = page.limit();
        var before = page.after(CURSOR_PARTS)
                .map(cursor -> new MessageTable.Position(cursor.instant(0), cursor.number(1)))
                .orElse(MessageTable.Position.END);
        return own.conversation(id, caller.account())
                .chain(place -> MessageTable.page(pool, place.shard(), id, before, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.at(), row.seq())));
    }
}
