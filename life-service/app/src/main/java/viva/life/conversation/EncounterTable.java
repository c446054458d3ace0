package viva.life.conversation;

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
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.mind.MindCodec;
import viva.life.talk.Script;
import viva.platform.columns.Columns;

/** The table {@code encounter}: conversations of two avatars, in the rows of the host's shard. */
public final class EncounterTable {
    private static final Logger LOG = Logger.getLogger(EncounterTable.class);

    static final String COLUMNS = """
            id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, worth_telling, acts, topics, humor_match, overlap,
                outcome::text as outcome, host_mind, guest_mind, guest_profile::text as guest_profile, begins_world, spoken, landed, reason,
                ended_world
            """;

    private static final Columns<Encounter> BEGUN = new Columns<Encounter>()
            .uuid("id", encounter -> encounter.id().value())
            .uuid("host_id", encounter -> encounter.host().id().value())
            .uuid("host_owner_id", encounter -> encounter.host().owner().value())
            .text("host_name", encounter -> encounter.host().name())
            .uuid("guest_id", encounter -> encounter.guest().id().value())
            .uuid("guest_owner_id", encounter -> encounter.guest().owner().value())
            .text("guest_name", encounter -> encounter.guest().name())
            .bool("voiced", Encounter::voiced)
            .bool("worth_telling", Encounter::worthTelling)
            .bytea("acts", EncounterTable::acts)
            .bytea("topics", EncounterTable::topics)
            .real("humor_match", encounter -> encounter.script().humorMatch())
            .real("overlap", encounter -> encounter.script().overlap())
            .jsonb("outcome", encounter -> json(encounter.outcome()))
            .bytea("host_mind", encounter -> MindCodec.encode(encounter.host().mind()))
            .bytea("guest_mind", encounter -> MindCodec.encode(encounter.guest().mind()))
            .jsonb("guest_profile", encounter -> json(encounter.guest().profile()))
            .bigint("begins_world", encounter -> encounter.script().startMillis());
    private static final String OPEN = BEGUN.insertInto("encounter", "shard_id") + " on conflict do nothing";

    private static final Columns<Encounter> CHANGED = new Columns<Encounter>()
            .uuid("id", encounter -> encounter.id().value())
            .smallint("spoken", encounter -> (short) encounter.spoken())
            .smallint("landed", EncounterTable::landed)
            .text("reason", EncounterTable::reason)
            .text("outcome", encounter -> json(encounter.outcome()))
            .bigint("ended_world", EncounterTable::endedMillis)
            .bool("told", Encounter::isTold);
    private static final String CHANGE = """
            update encounter e set spoken = rows.spoken, landed = rows.landed, reason = rows.reason, outcome = rows.outcome::jsonb,
                ended_world = rows.ended_world, told = rows.told,
                ended_at = case when rows.reason is null then null else coalesce(e.ended_at, clock_timestamp()) end
              from %s
             where e.shard_id = $1 and e.id = rows.id and e.host_mind is not null
            """.formatted(CHANGED.rows(1));
    private static final String SOME = "select " + COLUMNS + " from encounter where shard_id = $1 and id = any($2)";
    private static final String RUNNING =
            "select " + COLUMNS + " from encounter where shard_id = $1 and not told and voiced";
    private static final String FIND = "select " + COLUMNS + " from encounter where id = $1";
    private static final String UNTOLD =
            "select " + COLUMNS + " from encounter where (host_id = any($1) or guest_id = any($1)) and not told";

    private EncounterTable() {}

    /** Notes encounters that begin. */
    public static Uni<Void> open(SqlClient tx, ShardId shard, List<Encounter> begun) {
        return BEGUN.execute(tx, OPEN, begun, shard.value());
    }

    /** Notes how far encounters have come; one whose one side was erased meanwhile stays as that left it. */
    public static Uni<Void> change(SqlClient tx, ShardId shard, List<Encounter> rows) {
        return CHANGED.execute(tx, CHANGE, rows, shard.value());
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
        String reason = row.getString("reason");
        Long endedAt = row.getLong("ended_world");
        return new Encounter(
                id,
                side(row, "host", null),
                side(row, "guest", profile(row.getString("guest_profile"))),
                row.getBoolean("voiced"),
                row.getBoolean("worth_telling"),
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
                reason == null ? null : EndReason.of(reason),
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

    private static byte[] acts(Encounter encounter) {
        byte[] codes = new byte[encounter.script().turns()];
        for (int turn = 0; turn < codes.length; turn++) {
            DialogueAct act = encounter.act(turn);
            codes[turn] = act.code();
        }
        return codes;
    }

    /** Null where none were noted. */
    private static byte[] topics(Encounter encounter) {
        if (!encounter.script().hasTopics()) {
            return null;
        }
        byte[] codes = new byte[encounter.script().turns()];
        for (int turn = 0; turn < codes.length; turn++) {
            codes[turn] = encounter.script().topic(turn).code();
        }
        return codes;
    }

    /** Null while it runs. */
    private static Short landed(Encounter encounter) {
        return encounter.landed() == Encounter.RUNNING ? null : Short.valueOf((short) encounter.landed());
    }

    /** Null while it runs. */
    private static String reason(Encounter encounter) {
        return encounter.reason() == null ? null : encounter.reason().label();
    }

    /** Null while it runs. */
    private static Long endedMillis(Encounter encounter) {
        return encounter.endedAt() == null
                ? null
                : Long.valueOf(encounter.endedAt().millis());
    }

    private static UUID[] uuids(Collection<AvatarId> avatars) {
        return avatars.stream().map(AvatarId::value).toArray(UUID[]::new);
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an encounter cannot be written", e);
        }
    }
}
