package viva.llm.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import viva.contracts.AvatarId;
import viva.contracts.message.LlmUsageV1;
import viva.contracts.message.WorldClockV1;
import viva.llm.budget.Call;
import viva.llm.budget.Expense;
import viva.llm.erasure.Erasable;
import viva.platform.columns.Columns;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;

/** The table {@code expense}. */
@Singleton
class PgLedger implements Erasable {
    private static final String CONSUMER = "ledger";
    /** Writers do not wait for each other; an erasure waits for them, and they for it. */
    private static final String AMONG_WRITERS = "select pg_advisory_xact_lock_shared(hashtext('viva.llm.ledger'))";

    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('viva.llm.ledger'))";
    private static final String SUM = """
            on conflict (day, owner_id, avatar_id, purpose, model) do update
              set requests = expense.requests + excluded.requests,
                  estimated = expense.estimated + excluded.estimated,
                  prompt_tokens = expense.prompt_tokens + excluded.prompt_tokens,
                  completion_tokens = expense.completion_tokens + excluded.completion_tokens,
                  cost_micros = expense.cost_micros + excluded.cost_micros
            """;
    private static final Columns<Expense> EXPENSES = new Columns<Expense>()
            .date("day", PgLedger::day)
            .uuid("owner_id", expense -> owner(expense.call()))
            .uuid("avatar_id", expense -> avatar(expense.call()))
            .text("purpose", expense -> expense.call().purpose().label())
            .text("model", expense -> expense.usage().model())
            .bigint("estimated", expense -> expense.usage().estimated() ? 1L : 0L)
            .bigint("prompt", expense -> (long) expense.usage().promptTokens())
            .bigint("completion", expense -> (long) expense.usage().completionTokens())
            .bigint("cost", Expense::micros);
    private static final String ADD = """
            insert into expense (day, owner_id, avatar_id, purpose, model,
                requests, estimated, prompt_tokens, completion_tokens, cost_micros)
            select rows.day, case when e.avatar_id is null then rows.owner_id end,
                case when e.avatar_id is null then rows.avatar_id end, rows.purpose, rows.model,
                count(*), sum(rows.estimated), sum(rows.prompt), sum(rows.completion), sum(rows.cost)
              from %s left join erased_avatar e on e.avatar_id = pseudonym(rows.avatar_id)
              group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
            """.formatted(EXPENSES.rows(0)) + SUM;
    private static final String NOTE_ERASED =
            "insert into erased_avatar (avatar_id) values (pseudonym($1)) on conflict do nothing";
    private static final String DISOWN = """
            with gone as (delete from expense where avatar_id = $1 returning *)
            insert into expense (day, purpose, model, requests, estimated, prompt_tokens, completion_tokens, cost_micros)
            select day, purpose, model, sum(requests), sum(estimated), sum(prompt_tokens), sum(completion_tokens), sum(cost_micros)
              from gone group by day, purpose, model
            """ + SUM;
    private static final String SUMS = """
             as name, sum(requests)::bigint, sum(estimated)::bigint, sum(prompt_tokens)::bigint,
                sum(completion_tokens)::bigint, sum(cost_micros)::bigint
              from expense where day between $1 and $2
              group by 1 order by 6 desc, 2 desc, 1 limit $3
            """;
    private static final String FORGET = "delete from expense where day < $1";
    private static final String FORGET_ERASED = "delete from erased_avatar where erased_at < $1";

    private final Pool pool;
    private final Inbox inbox;
    private final Outbox outbox;
    private final MessageFactory messages;

    PgLedger(Pool pool, Inbox inbox, Outbox outbox, MessageFactory messages) {
        this.pool = pool;
        this.inbox = inbox;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** Adds a batch to the sums and tells of each expense; a batch that is known already changes nothing. */
    Uni<Void> write(Batch batch) {
        return pool.withTransaction(tx -> inbox.isNew(tx, CONSUMER, batch.id())
                        .chain(isNew -> isNew
                                ? add(tx, batch.expenses())
                                : Uni.createFrom().voidItem()))
                .invoke(outbox::committed);
    }

    private Uni<Void> add(SqlClient tx, List<Expense> expenses) {
        return tx.query(AMONG_WRITERS)
                .execute()
                .chain(() -> EXPENSES.execute(tx, ADD, expenses))
                .chain(() ->
                        outbox.append(tx, expenses.stream().map(this::event).toList()));
    }

    private static LocalDate day(Expense expense) {
        return LocalDate.ofInstant(expense.at(), ZoneOffset.UTC);
    }

    private static UUID avatar(Call call) {
        return call.avatar() == null ? null : call.avatar().value();
    }

    /** An owner stands only beside an avatar, since it is with the avatar that a row is erased. */
    private static UUID owner(Call call) {
        return call.owner() == null || call.avatar() == null
                ? null
                : call.owner().value();
    }

    private Outgoing event(Expense expense) {
        Call call = expense.call();
        return Outgoing.event(messages.first(
                expense.id(),
                null,
                new LlmUsageV1(
                        call.avatar() == null ? WorldClockV1.WORLD : call.avatar(),
                        call.owner(),
                        call.purpose().label(),
                        expense.usage().model(),
                        expense.usage().promptTokens(),
                        expense.usage().completionTokens(),
                        expense.usage().estimated(),
                        expense.micros(),
                        expense.at())));
    }

    /** What an avatar cost stays, without whose it was. */
    @Override
    public Uni<Void> erase(AvatarId avatar) {
        return pool.withTransaction(tx -> tx.query(ALONE)
                .execute()
                .chain(() -> tx.preparedQuery(NOTE_ERASED).execute(Tuple.of(avatar.value())))
                .chain(() -> tx.preparedQuery(DISOWN).execute(Tuple.of(avatar.value())))
                .replaceWithVoid());
    }

    /** Sums of the days from {@code from} to {@code to}, the dearest first, at most {@code most}. */
    Uni<List<Sum>> read(Grouping by, LocalDate from, LocalDate to, int most) {
        return pool.preparedQuery("select " + by.column() + SUMS)
                .execute(Tuple.of(from, to, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgLedger::sum)
                        .toList());
    }

    private static Sum sum(Row row) {
        return new Sum(
                row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    /** Forgets the days before {@code first}. */
    Uni<Void> forget(LocalDate first) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(first)).replaceWithVoid();
    }

    /** Forgets which avatars were erased before an instant. */
    Uni<Void> forgetErased(OffsetDateTime before) {
        return pool.preparedQuery(FORGET_ERASED).execute(Tuple.of(before)).replaceWithVoid();
    }
}
