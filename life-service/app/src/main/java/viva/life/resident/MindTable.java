package viva.life.resident;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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

    /** Of those who are not there. One that is there after all makes it fail: a birth replaces nobody. */
    private static final String BEAR =
            "INSERT INTO mind (shard_id, avatar_id, standing, version, owner_id, profile, mind) "
                    + "SELECT $1, a, s, v, o, p::jsonb, m "
                    + "FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::uuid[], $6::text[], $7::bytea[]) AS t (a, s, v, o, p, m)";

    /** Of those who are there, and of those of whom nothing but their erasure was ever heard. */
    private static final String PUT = BEAR
            + " ON CONFLICT (shard_id, avatar_id) DO UPDATE SET standing = excluded.standing, version = excluded.version, "
            + "owner_id = excluded.owner_id, profile = excluded.profile, mind = excluded.mind";

    private static final String CHANGE =
            "UPDATE mind SET mind = t.m, standing = t.s, version = t.v FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::bytea[]) "
                    + "AS t (a, s, v, m) WHERE mind.shard_id = $1 AND mind.avatar_id = t.a";
    private static final String CHECKPOINT =
            "UPDATE mind SET mind = t.m FROM unnest($2::uuid[], $3::bytea[]) AS t (a, m) "
                    + "WHERE mind.shard_id = $1 AND mind.avatar_id = t.a AND mind.standing <> 'erased'";

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
        return settle(tx, shard, newborns, BEAR);
    }

    /** Gives residents their new profiles, and erases. */
    public static Uni<Void> settle(SqlClient tx, ShardId shard, Collection<Settled> settled) {
        return settle(tx, shard, settled, PUT);
    }

    private static Uni<Void> settle(SqlClient tx, ShardId shard, Collection<Settled> settled, String statement) {
        if (settled.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Settled> all = List.copyOf(settled);
        List<Resident> rows = all.stream().map(Settled::resident).toList();
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(rows.stream().map(r -> r.id().value()).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(r -> r.standing().label()).toArray(String[]::new))
                .addArrayOfLong(rows.stream().map(Resident::version).toArray(Long[]::new))
                .addArrayOfUUID(rows.stream()
                        .map(r -> r.owner() == null ? null : r.owner().value())
                        .toArray(UUID[]::new))
                .addArrayOfString(all.stream().map(MindTable::profile).toArray(String[]::new))
                .addValue(rows.stream().map(MindTable::mind).toArray(Buffer[]::new));
        return tx.preparedQuery(statement).execute(columns).replaceWithVoid();
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
        if (residents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Resident> rows = List.copyOf(residents);
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(rows.stream().map(r -> r.id().value()).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(r -> r.standing().label()).toArray(String[]::new))
                .addArrayOfLong(rows.stream().map(Resident::version).toArray(Long[]::new))
                .addValue(rows.stream().map(MindTable::mind).toArray(Buffer[]::new));
        return tx.preparedQuery(CHANGE).execute(columns).replaceWithVoid();
    }

    /** Writes nothing but the minds of residents that are there; one that cannot be written holds up none of the others. */
    public static Uni<Void> checkpoint(SqlClient tx, ShardId shard, Collection<Resident> residents) {
        List<UUID> ids = new ArrayList<>(residents.size());
        List<Buffer> minds = new ArrayList<>(residents.size());
        for (Resident resident : residents) {
            try {
                minds.add(mind(resident));
                ids.add(resident.id().value());
            } catch (RuntimeException e) {
                LOG.errorf(e, "the mind of %s cannot be written: the table keeps an older one", resident.id());
            }
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addValue(minds.toArray(Buffer[]::new));
        return tx.preparedQuery(CHECKPOINT).execute(columns).replaceWithVoid();
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

    private static Buffer mind(Resident resident) {
        return resident.mind() == null ? null : Buffer.buffer(MindCodec.encode(resident.mind()));
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
                row.getString("locale") == null ? "en" : row.getString("locale"),
                MindCodec.decode(row.getBuffer("mind").getBytes()));
    }
}
