package viva.life.conversation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;

/**
 * What becomes of encounters whose one side is erased: its words, its name and its id go, and with the minds what only they tell. The
 * other one's own lines stay, said to somebody who is gone. When both are gone, so is the encounter.
 *
 * <p>The rows of the encounters are locked before anything else, in the order of their ids. So no line comes in between, which locks its
 * encounter as well; and of two transactions that erase both sides of an encounter the second one sees what the first one left.
 */
public final class Bereavement {
    /** All but those that began elsewhere since the query: their host's shard hears that its guest is gone, and comes here then. */
    private static final String LOCK = "SELECT id FROM encounter WHERE (host_id = ANY($1) OR guest_id = ANY($1)) "
            + "AND (told OR host_id = ANY($1) OR id = ANY($2)) ORDER BY id FOR UPDATE";

    private static final String BOTH_GONE =
            "(e.host_owner_id IS NULL OR e.host_id = ANY($1)) AND (e.guest_owner_id IS NULL OR e.guest_id = ANY($1))";
    private static final String LINE_OF = "e.id = ANY($2) AND l.shard_id = e.shard_id AND l.encounter_id = e.id";

    /** The parameters are those who are gone and the encounters that are locked. */
    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM line l USING encounter e WHERE " + LINE_OF + " AND (l.speaker_id = ANY($1) OR (" + BOTH_GONE
                    + "))",
            "DELETE FROM encounter e WHERE e.id = ANY($2) AND " + BOTH_GONE,
            "UPDATE line l SET content = without_name(l.content, CASE WHEN e.host_id = ANY($1) THEN e.host_name ELSE e.guest_name END) "
                    + "FROM encounter e WHERE " + LINE_OF,
            "UPDATE encounter SET host_id = CASE WHEN host_id = ANY($1) THEN pseudonym(host_id) ELSE host_id END, "
                    + "host_owner_id = CASE WHEN host_id = ANY($1) THEN NULL ELSE host_owner_id END, "
                    + "host_name = CASE WHEN host_id = ANY($1) THEN NULL ELSE host_name END, "
                    + "guest_id = CASE WHEN guest_id = ANY($1) THEN pseudonym(guest_id) ELSE guest_id END, "
                    + "guest_owner_id = CASE WHEN guest_id = ANY($1) THEN NULL ELSE guest_owner_id END, "
                    + "guest_name = CASE WHEN guest_id = ANY($1) THEN NULL ELSE guest_name END, "
                    + "host_mind = NULL, guest_mind = NULL, guest_profile = NULL, told = true, "
                    + "landed = CASE WHEN voiced THEN spoken ELSE coalesce(landed, spoken) END, "
                    + "reason = coalesce(reason, '" + EndReason.PARTNER_GONE.label() + "'), "
                    + "ended_world = coalesce(ended_world, begins_world), "
                    + "ended_at = coalesce(ended_at, clock_timestamp()) WHERE id = ANY($2)");

    private Bereavement() {}

    /**
     * Takes avatars out of all their encounters, of any host; no mind is touched by it.
     *
     * @param untold those whose end was not told otherwise; such a one that another shard began meanwhile stays for that shard to end
     */
    public static Uni<Void> of(SqlClient tx, Collection<AvatarId> avatars, Collection<ConversationId> untold) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] gone = avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
        UUID[] talks = untold.stream().map(ConversationId::value).toArray(UUID[]::new);
        return tx.preparedQuery(LOCK).execute(Tuple.of(gone, talks)).chain(rows -> {
            List<UUID> locked = new ArrayList<>(rows.size());
            for (Row row : rows) {
                locked.add(row.getUUID(0));
            }
            return locked.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : run(tx, Tuple.of(gone, locked.toArray(UUID[]::new)));
        });
    }

    private static Uni<Void> run(SqlClient tx, Tuple of) {
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(
                        sql -> tx.preparedQuery(sql).execute(of).replaceWithVoid())
                .collect()
                .last();
    }
}
