package viva.life.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.ConversationType;
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.WorldTime;

/** Encounters as lists show them: without minds, words or scripts. */
public final class TalkTable {
    private static final String COLUMNS =
            "SELECT id, host_id, host_name, guest_id, guest_name, voiced, worth_telling, length(acts) AS turns, "
                    + "landed, reason, outcome::text AS outcome, begins_world, ended_world, started_at, ended_at FROM encounter WHERE ";
    private static final String BEFORE =
            " = $1 AND (started_at, id) < ($2, $3) AND ($4::bool IS NULL OR (reason IS NULL) = $4) "
                    + "ORDER BY started_at DESC, id DESC LIMIT $5)";
    private static final String PAGE = "SELECT * FROM ((" + COLUMNS + "host_id" + BEFORE + " UNION ALL (" + COLUMNS
            + "guest_id" + BEFORE + ") AS t ORDER BY started_at DESC, id DESC LIMIT $5";

    private static final Instant LATER_THAN_ALL = Instant.parse("9999-12-31T00:00:00Z");

    private TalkTable() {}

    /** Where a page begins: after everything that is newer. */
    public record Position(Instant startedAt, UUID id) {
        public static final Position NEWEST = new Position(LATER_THAN_ALL, new UUID(-1, -1));
    }

    /** An avatar's encounters, the newest first; {@code active} is null for all. */
    public static Uni<List<TalkView>> page(
            SqlClient client, AvatarId avatar, Position before, Boolean active, int limit) {
        Tuple of = Tuple.tuple()
                .addUUID(avatar.value())
                .addOffsetDateTime(before.startedAt().atOffset(ZoneOffset.UTC))
                .addUUID(before.id())
                .addBoolean(active)
                .addInteger(limit);
        return client.preparedQuery(PAGE).execute(of).map(rows -> {
            List<TalkView> views = new ArrayList<>();
            for (Row row : rows) {
                views.add(view(row, avatar));
            }
            return views;
        });
    }

    /** One encounter as one of its sides reads of it; null when there is none. */
    public static Uni<TalkView> find(SqlClient client, ConversationId id, AvatarId avatar) {
        return client.preparedQuery(COLUMNS + "id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> {
                    TalkView found = null;
                    for (Row row : rows) {
                        found = view(row, avatar);
                    }
                    return found;
                });
    }

    private static TalkView view(Row row, AvatarId avatar) {
        boolean host = row.getUUID("host_id").equals(avatar.value());
        String reason = row.getString("reason");
        Short landed = row.getShort("landed");
        boolean over = reason != null;
        Long ended = row.getLong("ended_world");
        return new TalkView(
                new ConversationId(row.getUUID("id")),
                avatar,
                ConversationType.AVATAR,
                over ? "ended" : "active",
                new AvatarId(row.getUUID(host ? "guest_id" : "host_id")),
                row.getString(host ? "guest_name" : "host_name"),
                host,
                row.getBoolean("voiced"),
                row.getBoolean("worth_telling"),
                over && landed != null ? landed : row.getInteger("turns"),
                reason,
                over && landed != null && landed > 0 && EndReason.of(reason) != EndReason.PARTNER_GONE
                        ? outcome(row.getString("outcome"))
                        : null,
                row.getOffsetDateTime("started_at").toInstant(),
                instant(row.getOffsetDateTime("ended_at")),
                new WorldTime(row.getLong("begins_world")),
                ended == null ? null : new WorldTime(ended));
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static ConversationOutcome outcome(String json) {
        try {
            return Json.mapper().readValue(json, ConversationOutcome.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an outcome cannot be read", e);
        }
    }
}
