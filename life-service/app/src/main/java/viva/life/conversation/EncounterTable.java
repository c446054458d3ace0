package viva.life.conversation;

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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DialogueAct;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.mind.MindCodec;
import viva.life.talk.Script;

/** The table {@code encounter}: conversations of two avatars, in the rows of the host's shard. */
public final class EncounterTable {
    private static final Logger LOG = Logger.getLogger(EncounterTable.class);

    static final String COLUMNS =
            "id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, acts, "
                    + "topics, humor_match, overlap, outcome::text AS outcome, host_mind, guest_mind, guest_profile::text AS guest_profile, "
                    + "begins_world, spoken, landed, reason, ended_world";
    private static final String OPEN =
            "INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, "
                    + "guest_owner_id, guest_name, voiced, acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, "
                    + "begins_world, topics) SELECT $1, i, h, ho, hn, g, go, gn, v, a, m, l, o::jsonb, hm, gm, gp::jsonb, w, b FROM unnest($2::uuid[], "
                    + "$3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::bool[], $10::bytea[], $11::real[], "
                    + "$12::real[], $13::text[], $14::bytea[], $15::bytea[], $16::text[], $17::bigint[], $18::bytea[]) "
                    + "AS t (i, h, ho, hn, g, go, gn, v, a, m, l, o, hm, gm, gp, w, b) ON CONFLICT DO NOTHING";
    private static final String CHANGE =
            "UPDATE encounter e SET spoken = t.s, landed = t.l, reason = t.r, outcome = t.o::jsonb, "
                    + "ended_world = t.w, told = t.d, ended_at = CASE WHEN t.r IS NULL THEN NULL ELSE coalesce(e.ended_at, clock_timestamp()) END "
                    + "FROM unnest($2::uuid[], $3::smallint[], $4::smallint[], $5::text[], $6::text[], $7::bigint[], $8::bool[]) "
                    + "AS t (i, s, l, r, o, w, d) WHERE e.shard_id = $1 AND e.id = t.i AND e.host_mind IS NOT NULL";
    private static final String SOME = "SELECT " + COLUMNS + " FROM encounter WHERE shard_id = $1 AND id = ANY($2)";
    private static final String RUNNING =
            "SELECT " + COLUMNS + " FROM encounter WHERE shard_id = $1 AND NOT told AND voiced";
    private static final String FIND = "SELECT " + COLUMNS + " FROM encounter WHERE id = $1";
    private static final String UNTOLD =
            "SELECT " + COLUMNS + " FROM encounter WHERE (host_id = ANY($1) OR guest_id = ANY($1)) AND NOT told";

    private EncounterTable() {}

    /** Notes encounters that begin. */
    public static Uni<Void> open(SqlClient tx, ShardId shard, List<Encounter> begun) {
        if (begun.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(uuids(begun, e -> e.id().value()))
                .addArrayOfUUID(uuids(begun, e -> e.host().id().value()))
                .addArrayOfUUID(uuids(begun, e -> e.host().owner().value()))
                .addArrayOfString(texts(begun, e -> e.host().name()))
                .addArrayOfUUID(uuids(begun, e -> e.guest().id().value()))
                .addArrayOfUUID(uuids(begun, e -> e.guest().owner().value()))
                .addArrayOfString(texts(begun, e -> e.guest().name()))
                .addArrayOfBoolean(begun.stream().map(Encounter::voiced).toArray(Boolean[]::new))
                .addValue(begun.stream().map(EncounterTable::acts).toArray(Buffer[]::new))
                .addArrayOfFloat(
                        begun.stream().map(e -> e.script().humorMatch()).toArray(Float[]::new))
                .addArrayOfFloat(begun.stream().map(e -> e.script().overlap()).toArray(Float[]::new))
                .addArrayOfString(texts(begun, e -> json(e.outcome())))
                .addValue(begun.stream().map(e -> mind(e.host())).toArray(Buffer[]::new))
                .addValue(begun.stream().map(e -> mind(e.guest())).toArray(Buffer[]::new))
                .addArrayOfString(texts(begun, e -> json(e.guest().profile())))
                .addArrayOfLong(
                        begun.stream().map(e -> e.script().startMillis()).toArray(Long[]::new))
                .addValue(begun.stream().map(EncounterTable::topics).toArray(Buffer[]::new));
        return tx.preparedQuery(OPEN).execute(columns).replaceWithVoid();
    }

    /** Notes how far encounters have come; one whose one side was erased meanwhile stays as that left it. */
    public static Uni<Void> change(SqlClient tx, ShardId shard, List<Encounter> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(uuids(rows, e -> e.id().value()))
                .addArrayOfShort(rows.stream().map(e -> (short) e.spoken()).toArray(Short[]::new))
                .addArrayOfShort(rows.stream()
                        .map(e -> e.landed() == Encounter.RUNNING ? null : Short.valueOf((short) e.landed()))
                        .toArray(Short[]::new))
                .addArrayOfString(texts(rows, Encounter::reason))
                .addArrayOfString(texts(rows, e -> json(e.outcome())))
                .addArrayOfLong(rows.stream()
                        .map(e -> e.endedAt() == null
                                ? null
                                : Long.valueOf(e.endedAt().millis()))
                        .toArray(Long[]::new))
                .addArrayOfBoolean(rows.stream().map(Encounter::isTold).toArray(Boolean[]::new));
        return tx.preparedQuery(CHANGE).execute(columns).replaceWithVoid();
    }

    /** Those of {@code ids} that this shard hosts. */
    public static Uni<Map<ConversationId, Encounter>> some(
            SqlClient client, ShardId shard, Collection<ConversationId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] wanted = ids.stream().map(ConversationId::value).toArray(UUID[]::new);
        return client.preparedQuery(SOME)
                .execute(Tuple.of(shard.value(), wanted))
                .map(rows -> {
                    Map<ConversationId, Encounter> found = new HashMap<>();
                    encounters(rows).forEach(encounter -> found.put(encounter.id(), encounter));
                    return found;
                });
    }

    /** Every voiced encounter of a shard that still runs or waits for words. */
    public static Uni<List<Encounter>> running(SqlClient client, ShardId shard) {
        return client.preparedQuery(RUNNING).execute(Tuple.of(shard.value())).map(EncounterTable::encounters);
    }

    /** Of each of these avatars, whoever hosts them: the encounters whose end was not told yet. */
    public static Uni<Map<AvatarId, List<Encounter>>> untold(SqlClient client, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return client.preparedQuery(UNTOLD).execute(Tuple.of(uuids(avatars))).map(rows -> {
            List<Encounter> untold = encounters(rows);
            return avatars.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            avatar -> untold.stream()
                                    .filter(e -> e.side(avatar).id().equals(avatar))
                                    .toList()));
        });
    }

    /** One encounter, whoever hosts it. */
    public static Uni<Optional<Encounter>> find(SqlClient client, ConversationId id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id.value()))
                .map(rows -> encounters(rows).stream().findFirst());
    }

    static List<Encounter> encounters(RowSet<Row> rows) {
        List<Encounter> encounters = new ArrayList<>(rows.size());
        for (Row row : rows) {
            try {
                encounters.add(encounter(row));
            } catch (JsonProcessingException | RuntimeException e) {
                LOG.errorf("the encounter %s cannot be read: %s", row.getUUID("id"), e.toString());
            }
        }
        return encounters;
    }

    private static Encounter encounter(Row row) throws JsonProcessingException {
        ConversationId id = new ConversationId(row.getUUID("id"));
        Short landed = row.getShort("landed");
        Long endedAt = row.getLong("ended_world");
        return new Encounter(
                id,
                side(row, "host", null),
                side(row, "guest", profile(row.getString("guest_profile"))),
                row.getBoolean("voiced"),
                Script.ofCodes(
                        row.getBuffer("acts").getBytes(),
                        row.getBuffer("topics") == null
                                ? null
                                : row.getBuffer("topics").getBytes(),
                        true,
                        row.getLong("begins_world"),
                        Script.keyOf(id),
                        row.getFloat("humor_match"),
                        row.getFloat("overlap")),
                Json.mapper().readValue(row.getString("outcome"), ConversationOutcome.class),
                row.getShort("spoken"),
                landed == null ? Encounter.RUNNING : landed,
                row.getString("reason"),
                endedAt == null ? null : new WorldTime(endedAt));
    }

    private static Encounter.Side side(Row row, String which, AvatarProfile profile) {
        UUID owner = row.getUUID(which + "_owner_id");
        var mind = row.getBuffer(which + "_mind");
        return new Encounter.Side(
                new AvatarId(row.getUUID(which + "_id")),
                owner == null ? null : new AccountId(owner),
                row.getString(which + "_name"),
                mind == null ? null : MindCodec.decode(mind.getBytes()),
                profile);
    }

    /** Null when it was erased. */
    private static AvatarProfile profile(String json) throws JsonProcessingException {
        return json == null ? null : Json.mapper().readValue(json, AvatarProfile.class);
    }

    private static Buffer acts(Encounter encounter) {
        byte[] codes = new byte[encounter.script().turns()];
        for (int turn = 0; turn < codes.length; turn++) {
            DialogueAct act = encounter.act(turn);
            codes[turn] = act.code();
        }
        return Buffer.buffer(codes);
    }

    /** Null where none were noted. */
    private static Buffer topics(Encounter encounter) {
        if (!encounter.script().hasTopics()) {
            return null;
        }
        byte[] codes = new byte[encounter.script().turns()];
        for (int turn = 0; turn < codes.length; turn++) {
            codes[turn] = encounter.script().topic(turn).code();
        }
        return Buffer.buffer(codes);
    }

    private static Buffer mind(Encounter.Side side) {
        return Buffer.buffer(MindCodec.encode(side.mind()));
    }

    private static UUID[] uuids(Collection<AvatarId> avatars) {
        return avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
    }

    private static UUID[] uuids(List<Encounter> of, Function<Encounter, UUID> column) {
        return of.stream().map(column).toArray(UUID[]::new);
    }

    private static String[] texts(List<Encounter> of, Function<Encounter, String> column) {
        return of.stream().map(column).toArray(String[]::new);
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an encounter cannot be written", e);
        }
    }
}
