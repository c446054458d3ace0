package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import viva.contracts.AvatarId;
import viva.life.decision.Change.HistoryForgets;
import viva.life.mind.MindCodec;
import viva.platform.columns.Columns;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * Puts pseudonyms in the place of erased avatars in the pasts of residents of one shard, in one transaction. Encounters are of any shard, and other
 * transactions lock several of them in orders of their own: those that are locked are left out, so this one waits for no encounter.
 */
final class PastRewriting {
    /** Minds that are rewritten together: some hundred kilobytes. */
    private static final int PAGE = 200;

    private static final Columns<HistoryForgets> PASTS = new Columns<HistoryForgets>()
            .uuid("resident", past -> past.stays().value())
            .text("gone", past -> past.gone().toString())
            .text("pseudonym", past -> past.gone().pseudonym().toString())
            .bytea("gone_bytes", past -> MindCodec.bytes(past.gone()));

    private static final String JOURNAL = """
            update journal j set input = replace(j.input::text, gone, pseudonym)::jsonb
              from %s where j.shard_id = $1 and j.avatar_id = resident and strpos(j.input::text, gone) > 0
            """.formatted(PASTS.rows(1));
    private static final String MESSAGES = """
            update message m set content = without_names(m.content, mentioned_as(m.about, gone)), about = mentioned_beside(m.about, gone)
              from %s where m.shard_id = $1 and m.avatar_id = resident
               and m.about @> jsonb_build_array(jsonb_build_object('id', gone))
            """.formatted(PASTS.rows(1));
    private static final String SAMPLES = """
            select s.avatar_id, s.at, s.mind from %s
              join mind_sample s on s.shard_id = $1 and s.avatar_id = resident where position(gone_bytes in s.mind) > 0
            """.formatted(PASTS.rows(1));

    /** Of one avatar: TimescaleDB chooses the compressed batches that it rewrites by constants. */
    private static final String REWRITE_SAMPLES = """
            update mind_sample s set mind = t.mind from unnest($3::timestamptz[], $4::bytea[]) as t (at, mind)
             where s.shard_id = $1 and s.avatar_id = $2 and s.at = t.at
            """;

    private static final String ENCOUNTERS = """
            select e.id, resident from %s join encounter e on (e.host_id = resident or e.guest_id = resident)
             where position(gone_bytes in e.host_mind) > 0 or position(gone_bytes in e.guest_mind) > 0
            """.formatted(PASTS.rows(0));
    private static final String THERE =
            "select id, host_mind, guest_mind from encounter where id = any($1) and host_mind is not null ";
    private static final String LOCK_ENCOUNTERS = THERE + "for update skip locked";
    private static final String REWRITE_ENCOUNTERS = """
            update encounter e set host_mind = t.host, guest_mind = t.guest
              from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as t (id, host, guest) where e.id = t.id
            """;

    private final SqlConnection tx;
    private final ScheduledJobs jobs;
    private final int shard;
    private final List<HistoryForgets> pasts;
    private final Map<AvatarId, AvatarId> goneOf = new HashMap<>();
    private final Set<AvatarId> unfinished = new HashSet<>();

    /** @param pasts of as many residents */
    PastRewriting(SqlConnection tx, ScheduledJobs jobs, int shard, List<HistoryForgets> pasts) {
        this.tx = tx;
        this.jobs = jobs;
        this.shard = shard;
        this.pasts = pasts;
        pasts.forEach(past -> goneOf.put(past.stays(), past.gone()));
    }

    /** Rewrites everything; the answer are the pasts that name the erased no more. */
    Uni<List<HistoryForgets>> run() {
        return tx.preparedQuery(JOURNAL)
                .execute(PASTS.tuple(pasts, shard))
                .chain(() -> tx.preparedQuery(MESSAGES).execute(PASTS.tuple(pasts, shard)))
                .chain(() -> Upkeep.liftDecompressionLimit(tx))
                .chain(() -> pages(SAMPLES, PASTS.tuple(pasts, shard), this::rewriteSamples))
                .chain(() -> pages(ENCOUNTERS, PASTS.tuple(pasts), this::rewriteEncounters))
                .map(_ -> pasts.stream()
                        .filter(past -> !unfinished.contains(past.stays()))
                        .toList());
    }

    /** Reads what was there when it began, page by page: what is rewritten meanwhile does not come again. */
    private Uni<Void> pages(String sql, Tuple of, Function<List<Row>, Uni<Void>> rewrite) {
        return tx.prepare(sql).chain(statement -> {
            Cursor cursor = statement.cursor(of);
            return jobs.repeat(() -> cursor.read(PAGE)
                            .chain(page -> rewrite.apply(list(page)).map(_ -> cursor.hasMore())))
                    .call(cursor::close)
                    .eventually(statement::close);
        });
    }

    private Uni<Void> rewriteSamples(List<Row> page) {
        Map<AvatarId, List<Row>> byAvatar = new LinkedHashMap<>();
        page.forEach(row -> byAvatar.computeIfAbsent(new AvatarId(row.getUUID(0)), _ -> new ArrayList<>())
                .add(row));
        List<Tuple> updates = new ArrayList<>(byAvatar.size());
        byAvatar.forEach((avatar, rows) -> updates.add(Tuple.of(shard, avatar.value())
                .addArrayOfOffsetDateTime(
                        rows.stream().map(row -> row.getOffsetDateTime(1)).toArray(OffsetDateTime[]::new))
                .addValue(rows.stream()
                        .map(row -> renamed(row, 2, Set.of(avatar)))
                        .toArray(Buffer[]::new))));
        return updates.isEmpty()
                ? Upkeep.NOTHING
                : tx.preparedQuery(REWRITE_SAMPLES).executeBatch(updates).replaceWithVoid();
    }

    private Uni<Void> rewriteEncounters(List<Row> page) {
        if (page.isEmpty()) {
            return Upkeep.NOTHING;
        }
        Map<UUID, Set<AvatarId>> residents = new HashMap<>();
        page.forEach(row ->
                residents.computeIfAbsent(row.getUUID(0), _ -> new HashSet<>()).add(new AvatarId(row.getUUID(1))));
        return tx.preparedQuery(LOCK_ENCOUNTERS)
                .execute(ids(residents.keySet()))
                .map(PastRewriting::list)
                .call(locked -> rewriteEncounters(locked, residents))
                .invoke(locked -> locked.forEach(row -> residents.remove(row.getUUID(0))))
                .chain(() -> noteUnfinished(residents));
    }

    private Uni<Void> rewriteEncounters(List<Row> locked, Map<UUID, Set<AvatarId>> residents) {
        if (locked.isEmpty()) {
            return Upkeep.NOTHING;
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(locked.stream().map(row -> row.getUUID(0)).toArray(UUID[]::new));
        for (int mind : List.of(1, 2)) {
            columns.addValue(locked.stream()
                    .map(row -> renamed(row, mind, residents.get(row.getUUID(0))))
                    .toArray(Buffer[]::new));
        }
        return tx.preparedQuery(REWRITE_ENCOUNTERS).execute(columns).replaceWithVoid();
    }

    /** Of encounters that another transaction has locked the minds still name somebody, unless they were deleted meanwhile. */
    private Uni<Void> noteUnfinished(Map<UUID, Set<AvatarId>> residents) {
        return residents.isEmpty()
                ? Upkeep.NOTHING
                : tx.preparedQuery(THERE)
                        .execute(ids(residents.keySet()))
                        .invoke(there -> list(there).forEach(row -> unfinished.addAll(residents.get(row.getUUID(0)))))
                        .replaceWithVoid();
    }

    /** A mind without those who are gone from the pasts of these residents. */
    private Buffer renamed(Row row, int column, Set<AvatarId> residents) {
        byte[] bytes = mind(row, column).getBytes();
        for (AvatarId resident : residents) {
            AvatarId gone = goneOf.get(resident);
            bytes = MindCodec.renamed(bytes, gone, gone.pseudonym());
        }
        return Buffer.buffer(bytes);
    }

    private static Buffer mind(Row row, int column) {
        return row.get(Buffer.class, column);
    }

    private static Tuple ids(Set<UUID> encounters) {
        return Tuple.tuple().addArrayOfUUID(encounters.toArray(UUID[]::new));
    }

    private static List<Row> list(RowSet<Row> rows) {
        List<Row> list = new ArrayList<>(rows.size());
        rows.forEach(list::add);
        return list;
    }
}
