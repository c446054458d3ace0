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
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.Json;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.platform.columns.Columns;

/** The table {@code line}: the words of encounters. A turn has one line; whoever comes second changes nothing. */
public final class LineTable {
    private static final Columns<Line> SAID = new Columns<Line>()
            .uuid("encounter_id", line -> line.encounter().value())
            .smallint("turn", line -> (short) line.turn())
            .uuid("id", line -> line.id().value())
            .uuid("speaker_id", line -> line.speaker().value())
            .text("act", line -> line.act().label())
            .text("content", Line::content)
            .text("tone", Line::tone)
            .text("voice", Line::voice)
            .float8("mood", Line::mood)
            .jsonb("emotions", LineTable::json)
            .bigint("world_millis", line -> line.at().millis());

    /**
     * With the rows of their encounters locked, as erasing one of the two locks them: a line is there before that, and erased or kept without
     * the name; or it sees that somebody is gone, and is not written.
     */
    private static final String APPEND = """
            with whole as (
              select id as whole from encounter where shard_id = $1 and id = any($2::uuid[]) and host_mind is not null for share)
            insert into line (shard_id, %s) select $1, %s from %s join whole on whole = encounter_id on conflict do nothing
            """.formatted(SAID.names(), SAID.values(), SAID.rows(1));

    private static final String COLUMNS =
            "l.encounter_id, l.turn, l.id, l.speaker_id, l.act, l.content, l.tone, l.voice, l.mood, l.emotions::text as emotions, l.world_millis";
    private static final String OF = "select " + COLUMNS + """
             from line l where l.shard_id = $1 and l.encounter_id = any($2) order by l.encounter_id, l.turn
            """;
    private static final String WHEREVER = "select " + COLUMNS + """
             from encounter e join line l on l.shard_id = e.shard_id and l.encounter_id = e.id where e.id = $1 order by l.turn
            """;

    private LineTable() {}

    /** Adds lines of encounters of which nobody was erased. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Line> lines) {
        return SAID.execute(tx, APPEND, lines, shard.value());
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
}
