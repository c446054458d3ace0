package viva.gateway.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which mails with codes are due, for all replicas: each is taken by one of them, and by another one when that does not finish. */
@Singleton
class PgDueLetters {
    /** A row that is taken is due again after the lease, unless it was settled. */
    private static final String TAKE = """
            update email_code c set mail_due_at = clock_timestamp() + make_interval(secs => $2), mails_tried = mails_tried + 1
              from account a
             where a.id = c.account_id
               and c.account_id in (select account_id from email_code where mail_due_at <= clock_timestamp()
                                     order by mail_due_at limit $1 for update skip locked)
            returning a.id, a.username, coalesce(a.pending_email, a.email), c.mails_tried,
                      exists (select 1 from account o where lower(o.email) = lower(a.pending_email)
                                and o.email_confirmed_at is not null and o.id <> a.id)""";

    /** Nothing when another address is pending by now. */
    private static final String KEEP = """
            update email_code c set digest = $3, tries_left = $4, expires_at = clock_timestamp() + make_interval(secs => $5)
              from account a where a.id = c.account_id and a.id = $1 and a.pending_email = $2""";

    /** A mail that was asked for meanwhile stays due. */
    private static final String SETTLE =
            "update email_code set mail_due_at = null where account_id = $1 and mails_tried = $2";

    private final Pool pool;

    PgDueLetters(Pool pool) {
        this.pool = pool;
    }

    /**
     * A mail that is due.
     *
     * @param tries how often it was taken, this time included
     * @param known whether another account has confirmed the address
     */
    record Due(UUID account, String username, String address, int tries, boolean known) {}

    Uni<List<Due>> take(int limit, Duration lease) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(limit, (double) lease.toSeconds()))
                .map(rows -> {
                    List<Due> due = new ArrayList<>();
                    rows.forEach(row -> due.add(new Due(
                            row.getUUID(0), row.getString(1), row.getString(2), row.getInteger(3), row.getBoolean(4))));
                    return due;
                });
    }

    /** Stores a code's digest; false when the mail is not wanted any more. */
    Uni<Boolean> keep(Due due, String digest, int tries, Duration lifetime) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(due.account(), due.address(), digest, tries, (double) lifetime.toSeconds()))
                .map(SqlResult::rowCount)
                .map(kept -> kept > 0);
    }

    Uni<Void> settle(Due due) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(due.account(), due.tries()))
                .replaceWithVoid();
    }
}
