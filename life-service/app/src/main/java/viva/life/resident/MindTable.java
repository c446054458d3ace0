package viva.life.resident;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.life.mind.MindCodec;
import viva.platform.columns.Columns;

/** The table {@code mind}: one row for each resident, the mind as of its last tick or input. */
public final class MindTable {
    private static final Logger LOG = Logger.getLogger(MindTable.class);

    private static final String COLUMNS =
            "SELECT avatar_id, standing, version, owner_id, profile->>'locale' AS locale, mind FROM mind WHERE shard_id = $1 ";
    private static final String PROFILES =
            "SELECT avatar_id, profile::text AS profile FROM mind WHERE shard_id = $1 AND avatar_id = ANY($2) "
                    + "AND profile IS NOT NULL";
    private static final String PAGE = COLUMNS + "AND avatar_id > $2 ORDER BY avatar_id LIMIT $3";
    private static final String SOME = COLUMNS + "AND avatar_id = ANY($2)";

    private static final Columns<Settled> SETTLED = new Columns<Settled>()
            .uuid("avatar_id", it -> it.resident().id().value())
            .text("standing", it -> it.resident().standing().label())
            .bigint("version", it -> it.resident().version())
            .uuid("owner_id", it -> owner(it.resident()))
            .jsonb("profile", MindTable::profile)
            .bytea("mind", it -> mind(it.resident()));

    /** Of those who are not there. One that is there after all makes it fail: a birth replaces nobody. */
    private static final String BEAR = SETTLED.insertInto("mind", "shard_id");

    /** Of those who are there, and of those of whom nothing but their erasure was ever heard. */
    private static final String PUT = BEAR + """
             on conflict (shard_id, avatar_id) do update set standing = excluded.standing, version = excluded.version,
                owner_id = excluded.owner_id, profile = excluded.profile, mind = excluded.mind
            """;

    private static final Columns<Resident> CHANGED = new Columns<Resident>()
            .uuid("avatar_id", resident -> resident.id().value())
            .text("standing", resident -> resident.standing().label())
            .bigint("version", Resident::version)
            .bytea("mind", MindTable::mind);
    private static final String CHANGE = """
            update mind set mind = rows.mind, standing = rows.standing, version = rows.version from %s
             where mind.shard_id = $1 and mind.avatar_id = rows.avatar_id
            """.formatted(CHANGED.rows(1));

    private static final Columns<Map.Entry<AvatarId, byte[]>> WRITTEN = new Columns<Map.Entry<AvatarId, byte[]>>()
            .uuid("avatar_id", written -> written.getKey().value())
            .bytea("mind", Map.Entry::getValue);
    private static final String CHECKPOINT = """
            update mind set mind = rows.mind from %s
             where mind.shard_id = $1 and mind.avatar_id = rows.avatar_id and mind.standing <> 'erased'
            """.formatted(WRITTEN.rows(1));

    private static final String BURY =
            "WITH gone AS (DELETE FROM mind WHERE shard_id = $1 AND avatar_id = ANY($2) AND standing = 'erased' RETURNING avatar_id, version) "
                    + "INSERT INTO mind (shard_id, avatar_id, standing, version) SELECT $1, pseudonym(avatar_id), 'erased', version FROM gone "
                    + "ON CONFLICT DO NOTHING";

    private MindTable() {}

    /**
     * Some residents of a shard in the order of their ids.
     *
     * @param last where the next page begins; null when this is the last one
     */
    public record Page(Minds minds, UUID last) {}

    /** The avatars of a shard after {@code after}, at most {@code limit}. */
    public static Uni<Page> page(SqlClient client, ShardId shard, UUID after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(shard.value(), after, limit))
                .map(rows -> {
                    UUID last = null;
                    for (Row row : rows) {
                        last = row.getUUID("avatar_id");
                    }
                    return new Page(minds(rows), rows.size() < limit ? null : last);
                });
    }

    /** Those of {@code ids} that there are. */
    public static Uni<Minds> some(SqlClient client, ShardId shard, Collection<AvatarId> ids) {
        return client.preparedQuery(SOME)
                .execute(Tuple.of(shard.value(), uuids(ids)))
                .map(MindTable::minds);
    }

    /** One avatar, wherever it lives. */
    public static Uni<Minds> find(SqlClient client, AvatarId id) {
        return some(client, ShardId.of(id), List.of(id));
    }

    /** The profiles of these avatars of a shard; nothing for those that are not there or were erased. */
    public static Uni<Map<AvatarId, AvatarProfile>> profiles(
            SqlClient client, ShardId shard, Collection<AvatarId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(PROFILES)
                .execute(Tuple.of(shard.value(), uuids(ids)))
                .map(MindTable::profiles);
    }

    private static Map<AvatarId, AvatarProfile> profiles(RowSet<Row> rows) {
        Map<AvatarId, AvatarProfile> profiles = new HashMap<>();
        for (Row row : rows) {
            try {
                profiles.put(
                        new AvatarId(row.getUUID(0)), Json.mapper().readValue(row.getString(1), AvatarProfile.class));
            } catch (JsonProcessingException e) {
                LOG.errorf("the profile of %s cannot be read: %s", row.getUUID(0), e.getOriginalMessage());
            }
        }
        return profiles;
    }

    /** A resident with a new profile; an erased one has none. */
    public record Settled(Resident resident, AvatarProfile profile) {}

    /** Inserts newborns with their profiles; fails when one of them is there already, whether it can be read or not. */
    public static Uni<Void> bear(SqlClient tx, ShardId shard, Collection<Settled> newborns) {
        return SETTLED.execute(tx, BEAR, newborns, shard.value());
    }

    /** Gives residents their new profiles, and erases. */
    public static Uni<Void> settle(SqlClient tx, ShardId shard, Collection<Settled> settled) {
        return SETTLED.execute(tx, PUT, settled, shard.value());
    }

    /** Puts pseudonyms in the place of avatars that were erased before. */
    public static Uni<Void> bury(SqlClient tx, ShardId shard, Collection<AvatarId> avatars) {
        return avatars.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(BURY)
                        .execute(Tuple.of(shard.value(), uuids(avatars)))
                        .replaceWithVoid();
    }

    /** Writes what can change without a new profile: minds and standings of residents that are there. */
    public static Uni<Void> change(SqlClient tx, ShardId shard, Collection<Resident> residents) {
        return CHANGED.execute(tx, CHANGE, residents, shard.value());
    }

    /** Writes nothing but the minds of residents that are there; one that cannot be written holds up none of the others. */
    public static Uni<Void> checkpoint(SqlClient tx, ShardId shard, Collection<Resident> residents) {
        List<Map.Entry<AvatarId, byte[]>> written = new ArrayList<>(residents.size());
        for (Resident resident : residents) {
            try {
                written.add(Map.entry(resident.id(), mind(resident)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "the mind of %s cannot be written: the table keeps an older one", resident.id());
            }
        }
        return WRITTEN.execute(tx, CHECKPOINT, written, shard.value());
    }

    private static UUID[] uuids(Collection<AvatarId> ids) {
        return ids.stream().map(AvatarId::value).toArray(UUID[]::new);
    }

    private static String profile(Settled settled) {
        try {
            return settled.profile() == null ? null : Json.mapper().writeValueAsString(settled.profile());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a profile cannot be written", e);
        }
    }

    private static byte[] mind(Resident resident) {
        return resident.mind() == null ? null : MindCodec.encode(resident.mind());
    }

    private static UUID owner(Resident resident) {
        return resident.owner() == null ? null : resident.owner().value();
    }

    private static Minds minds(RowSet<Row> rows) {
        List<Resident> residents = new ArrayList<>(rows.size());
        List<Minds.Unreadable> unreadable = new ArrayList<>();
        for (Row row : rows) {
            try {
                residents.add(resident(row));
            } catch (RuntimeException e) {
                AccountId owner = row.getUUID("owner_id") == null ? null : new AccountId(row.getUUID("owner_id"));
                unreadable.add(new Minds.Unreadable(new AvatarId(row.getUUID("avatar_id")), owner, e.toString()));
            }
        }
        return new Minds(residents, unreadable);
    }

    private static Resident resident(Row row) {
        AvatarId id = new AvatarId(row.getUUID("avatar_id"));
        Standing standing = Standing.of(row.getString("standing"));
        if (standing == Standing.ERASED) {
            return Resident.erased(id, row.getLong("version"));
        }
        return new Resident(
                id,
                standing,
                row.getLong("version"),
                new AccountId(row.getUUID("owner_id")),
                row.getString("locale") == null ? "en" : row.getString("locale").intern(),
                MindCodec.decode(row.getBuffer("mind").getBytes()));
    }
}
