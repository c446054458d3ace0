package viva.life.conversation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ShardId;

/**
 * What becomes of encounters whose one side is erased: its words, its name and its id go, and with the minds what only they tell. The
 * other one's own lines stay, said to somebody who is gone. When both are gone, so is the encounter.
 */
public final class Bereavement {
    /** All but those that began elsewhere since the query: their host's shard hears that its guest is gone, and comes here then. */
    private static final String OF_ERASED =
            "(e.host_id = ANY($1) OR e.guest_id = ANY($1)) AND (e.told OR e.host_id = ANY($1) OR e.id = ANY($2))";

    private static final String HOSTED_HERE =
            "(e.host_id = ANY($1) OR e.guest_id = ANY($1)) AND e.shard_id = $3 AND e.id = ANY($2)";

    private static final String LINE_OF = "l.shard_id = e.shard_id AND l.encounter_id = e.id AND ";
    private static final String BOTH_GONE = " AND (e.host_owner_id IS NULL OR e.host_id = ANY($1)) "
            + "AND (e.guest_owner_id IS NULL OR e.guest_id = ANY($1))";

    /** Each with the conditions of {@link #OF_ERASED} or {@link #HOSTED_HERE} in the place of {@code %s}. */
    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM line l USING encounter e WHERE " + LINE_OF + "%s" + BOTH_GONE,
            "DELETE FROM encounter e WHERE %s" + BOTH_GONE,
            "DELETE FROM line l USING encounter e WHERE " + LINE_OF + "%s AND l.speaker_id = ANY($1)",
            "UPDATE line l SET content = without_name(l.content, CASE WHEN e.host_id = ANY($1) THEN e.host_name ELSE e.guest_name END) "
                    + "FROM encounter e WHERE " + LINE_OF + "%s",
            "UPDATE encounter e SET host_id = CASE WHEN host_id = ANY($1) THEN pseudonym(host_id) ELSE host_id END, "
                    + "host_owner_id = CASE WHEN host_id = ANY($1) THEN NULL ELSE host_owner_id END, "
                    + "host_name = CASE WHEN host_id = ANY($1) THEN NULL ELSE host_name END, "
                    + "guest_id = CASE WHEN guest_id = ANY($1) THEN pseudonym(guest_id) ELSE guest_id END, "
                    + "guest_owner_id = CASE WHEN guest_id = ANY($1) THEN NULL ELSE guest_owner_id END, "
                    + "guest_name = CASE WHEN guest_id = ANY($1) THEN NULL ELSE guest_name END, "
                    + "host_mind = NULL, guest_mind = NULL, guest_profile = NULL, told = true, "
                    + "landed = CASE WHEN voiced THEN spoken ELSE coalesce(landed, spoken) END, "
                    + "reason = coalesce(reason, 'partner_gone'), ended_world = coalesce(ended_world, begins_world), "
                    + "ended_at = coalesce(ended_at, clock_timestamp()) WHERE %s");

    /** Lines that were written at the very moment of the erasure are found by the pseudonym, in a later round. */
    private static final String LATE_LINES = "DELETE FROM line l USING encounter e WHERE " + LINE_OF
            + "(e.host_id = ANY($2) OR e.guest_id = ANY($2)) AND l.speaker_id = ANY($1)";

    private Bereavement() {}

    /**
     * Takes these avatars out of all their encounters, of any host; no mind is touched by it.
     *
     * @param untold those whose end was not told otherwise; such a one that another shard began meanwhile stays for that shard to end
     */
    public static Uni<Void> of(SqlClient tx, Collection<AvatarId> avatars, Collection<ConversationId> untold) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = ids(avatars);
        UUID[] pseudonyms = ids(avatars.stream().map(AvatarId::pseudonym).toList());
        return run(tx, OF_ERASED, Tuple.of(ids, talks(untold)))
                .chain(() -> tx.preparedQuery(LATE_LINES).execute(Tuple.of(ids, pseudonyms)))
                .replaceWithVoid();
    }

    /** Takes avatars out of encounters that a shard hosts. */
    public static Uni<Void> of(SqlClient tx, ShardId shard, Map<ConversationId, AvatarId> gone) {
        if (gone.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return run(tx, HOSTED_HERE, Tuple.of(ids(gone.values()), talks(gone.keySet()), shard.value()));
    }

    private static Uni<Void> run(SqlClient tx, String which, Tuple of) {
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(sql ->
                        tx.preparedQuery(sql.formatted(which)).execute(of).replaceWithVoid())
                .collect()
                .last();
    }

    private static UUID[] ids(Collection<AvatarId> avatars) {
        return avatars.stream().map(AvatarId::value).distinct().toArray(UUID[]::new);
    }

    private static UUID[] talks(Collection<ConversationId> ids) {
        return ids.stream().map(ConversationId::value).toArray(UUID[]::new);
    }
}
