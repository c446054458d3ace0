package viva.life.history;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.io.UncheckedIOException;
import java.util.List;
import viva.contracts.BondStatus;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.life.decision.Change;
import viva.life.folding.InputKinds;
import viva.life.mind.Input;
import viva.life.mind.Model;
import viva.platform.columns.Columns;

/** The table {@code journal}: every input with the world time and tick number at which it was applied. */
public final class Journal {
    private static final Columns<Change.InputApplied> COLUMNS = new Columns<Change.InputApplied>()
            .uuid("avatar_id", applied -> applied.avatar().value())
            .uuid("input_id", Change.InputApplied::id)
            .text("kind", applied -> InputKinds.of(applied.input()))
            .bigint("world_millis", applied -> applied.after().asOfMillis())
            .bigint("tick", applied -> applied.after().tick())
            .jsonb("input", applied -> json(applied.input()))
            .smallint("model", applied -> (short) Model.VERSION);
    private static final String APPEND = COLUMNS.insertInto("journal", "shard_id");

    private static final ObjectMapper MAPPER = Json.mapper().copy().addMixIn(BondStatus.class, ByName.class);

    private Journal() {}

    /** A status stands in the journal as the name of its constant, in upper case; {@link BondStatus#of} reads both. */
    private interface ByName {
        @JsonValue(false)
        String label();
    }

    /** Appends in order. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Change.InputApplied> entries) {
        return COLUMNS.execute(tx, APPEND, entries, shard.value());
    }

    /** What the input needs to be applied again: the words of a message that was read are in the talk, and only there. */
    static String json(Input input) {
        try {
            return MAPPER.writeValueAsString(
                    input instanceof Input.OwnerMessage message ? message.withoutWords() : input);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an input cannot be written", e);
        }
    }
}
