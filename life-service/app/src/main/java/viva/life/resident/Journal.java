package viva.life.resident;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.life.decision.Change;
import viva.life.folding.InputKinds;
import viva.life.mind.Input;
import viva.life.mind.Model;

/** The table {@code journal}: every input with the world time and tick number at which it was applied. */
public final class Journal {
    private static final String APPEND =
            "INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input, model) "
                    + "SELECT $1, a, i, k, w, t, j::jsonb, $8 "
                    + "FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::text[]) "
                    + "WITH ORDINALITY AS e (a, i, k, w, t, j, n) ORDER BY n";

    private Journal() {}

    /** Appends in order. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Change.InputApplied> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(entries.stream().map(e -> e.avatar().value()).toArray(UUID[]::new))
                .addArrayOfUUID(entries.stream().map(Change.InputApplied::id).toArray(UUID[]::new))
                .addArrayOfString(
                        entries.stream().map(e -> InputKinds.of(e.input())).toArray(String[]::new))
                .addArrayOfLong(
                        entries.stream().map(e -> e.after().asOfMillis()).toArray(Long[]::new))
                .addArrayOfLong(entries.stream().map(e -> e.after().tick()).toArray(Long[]::new))
                .addArrayOfString(entries.stream().map(e -> json(e.input())).toArray(String[]::new))
                .addInteger(Model.VERSION);
        return tx.preparedQuery(APPEND).execute(columns).replaceWithVoid();
    }

    /** What the input needs to be applied again: the words of a message that was read are in the talk, and only there. */
    private static String json(Input input) {
        try {
            return Json.mapper()
                    .writeValueAsString(input instanceof Input.OwnerMessage message ? message.withoutWords() : input);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an input cannot be written", e);
        }
    }
}
