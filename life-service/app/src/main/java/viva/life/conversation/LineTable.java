package viva.life.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.Json;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;

/** The table {@code line}: the words of encounters. A turn has one line; whoever comes second changes nothing. */
public final class LineTable {
    /**
     * With the rows of their encounters locked, as erasing one of the two locks them: a line is there before that, and erased or kept without
     * the name; or it sees that somebody is gone, and is not written.
     */
    private static final String APPEND =
            "INSERT INTO line (shard_id, encounter_id, turn, id, speaker_id, act, content, tone, "
                    + "voice, mood, emotions, world_millis) SELECT $1, r.e, t, i, s, a, c, o, v, m, x::jsonb, w FROM unnest($2::uuid[], "
                    + "$3::smallint[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::float8[], $11::text[], "
                    + "$12::bigint[]) AS r (e, t, i, s, a, c, o, v, m, x, w) JOIN encounter k ON k.shard_id = $1 AND k.id = r.e "
                    + "WHERE k.host_mind IS NOT NULL FOR SHARE OF k ON CONFLICT DO NOTHING";

    private static final String OF =
            "SELECT encounter_id, turn, id, speaker_id, act, content, tone, voice, mood, emotions::text AS emotions, world_millis "
                    + "FROM line WHERE shard_id = $1 AND encounter_id = ANY($2) ORDER BY encounter_id, turn";

    private static final String WHEREVER =
            "SELECT l.encounter_id, l.turn, l.id, l.speaker_id, l.act, l.content, l.tone, l.voice, l.mood, l.emotions::text AS emotions, "
                    + "l.world_millis FROM encounter e JOIN line l ON l.shard_id = e.shard_id AND l.encounter_id = e.id "
                    + "WHERE e.id = $1 ORDER BY l.turn";

    private LineTable() {}

    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Line> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(uuids(lines, l -> l.encounter().value()))
                .addArrayOfShort(lines.stream().map(l -> (short) l.turn()).toArray(Short[]::new))
                .addArrayOfUUID(uuids(lines, l -> l.id().value()))
                .addArrayOfUUID(uuids(lines, l -> l.speaker().value()))
                .addArrayOfString(texts(lines, l -> l.act().label()))
                .addArrayOfString(texts(lines, Line::content))
                .addArrayOfString(texts(lines, Line::tone))
                .addArrayOfString(texts(lines, Line::voice))
                .addArrayOfDouble(lines.stream().map(Line::mood).toArray(Double[]::new))
                .addArrayOfString(texts(lines, LineTable::json))
                .addArrayOfLong(lines.stream().map(l -> l.at().millis()).toArray(Long[]::new));
        return tx.preparedQuery(APPEND).execute(columns).replaceWithVoid();
    }

    /** All lines of these encounters, in the order of their turns. */
    public static Uni<Map<ConversationId, List<Line>>> of(
            SqlClient client, ShardId shard, Collection<ConversationId> encounters) {
        Map<ConversationId, List<Line>> lines = new HashMap<>();
        if (encounters.isEmpty()) {
            return Uni.createFrom().item(lines);
        }
        UUID[] ids = encounters.stream().map(ConversationId::value).toArray(UUID[]::new);
        return client.preparedQuery(OF).execute(Tuple.of(shard.value(), ids)).map(rows -> {
            for (Row row : rows) {
                Line line = line(row);
                lines.computeIfAbsent(line.encounter(), id -> new ArrayList<>()).add(line);
            }
            return lines;
        });
    }

    /** All lines of an encounter, in any shard: which one kept it is not known once its host was erased. */
    public static Uni<List<Line>> wherever(SqlClient client, ConversationId encounter) {
        return client.preparedQuery(WHEREVER)
                .execute(Tuple.of(encounter.value()))
                .map(rows -> {
                    List<Line> lines = new ArrayList<>(rows.size());
                    rows.forEach(row -> lines.add(line(row)));
                    return lines;
                });
    }

    private static Line line(Row row) {
        try {
            return new Line(
                    new ConversationId(row.getUUID("encounter_id")),
                    row.getShort("turn"),
                    new MessageId(row.getUUID("id")),
                    new AvatarId(row.getUUID("speaker_id")),
                    DialogueAct.of(row.getString("act")),
                    row.getString("content"),
                    row.getString("tone"),
                    row.getString("voice"),
                    row.getDouble("mood"),
                    Json.mapper().readValue(row.getString("emotions"), Emotions.class),
                    new WorldTime(row.getLong("world_millis")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("emotions cannot be read", e);
        }
    }

    private static String json(Line line) {
        try {
            return Json.mapper().writeValueAsString(line.emotions());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("emotions cannot be written", e);
        }
    }

    private static UUID[] uuids(List<Line> of, Function<Line, UUID> column) {
        return of.stream().map(column).toArray(UUID[]::new);
    }

    private static String[] texts(List<Line> of, Function<Line, String> column) {
        return of.stream().map(column).toArray(String[]::new);
    }
}
