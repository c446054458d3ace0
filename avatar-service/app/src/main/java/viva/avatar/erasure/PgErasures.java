package viva.avatar.erasure;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import viva.contracts.AvatarId;

/** The table {@code erasure}, and others' memories of the avatars in it. */
final class PgErasures {
    /** The pauses between unanswered rounds grow up to this. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Rounds before the pauses begin to grow. */
    private static final int QUICK_ROUNDS = 6;

    private static final String NEXT_ROUND = """
            update erasure e set round = e.round + 1, announced_at = clock_timestamp()
              from (select avatar_id from erasure
                     where announced_at <= clock_timestamp()
                       - least(make_interval(secs => $2), make_interval(secs => $1) * power(2, least(20, greatest(0, round - $3))))
                     order by announced_at limit $4 for update skip locked) due
             where e.avatar_id = due.avatar_id
            returning e.avatar_id, e.name, e.version, e.round, e.begun_at, e.done
            """;
    private static final String FORGET = "select forget_avatar($1, $2)";
    private static final String NOTE =
            "update erasure set done = array_append(done, $2) where avatar_id = $1 and not ($2 = any(done))";
    private static final String END = "delete from erasure where avatar_id = $1 and done @> $2 returning begun_at";

    private PgErasures() {}

    /**
     * An erasure that is to be said again.
     *
     * @param name of the deleted avatar; null when it was deleted by a version that did not keep it
     * @param version of the deleted avatar
     * @param done the services that have answered
     */
    record Open(AvatarId avatar, String name, long version, int round, Instant begunAt, Set<String> done) {
        Open {
            done = Set.copyOf(done);
        }
    }

    /** Begins the next round of erasures whose latest one is {@code pause} ago or longer, of at most {@code count}. */
    static Uni<List<Open>> nextRound(SqlConnection tx, Duration pause, int count) {
        return tx.preparedQuery(NEXT_ROUND)
                .execute(Tuple.of(seconds(pause), seconds(LONGEST_PAUSE), QUICK_ROUNDS, count))
                .map(PgErasures::open);
    }

    /** Takes an avatar out of others' memories. In one transaction with another avatar it could lock memories crosswise. */
    static Uni<Void> forget(SqlClient database, Open gone) {
        return database.preparedQuery(FORGET)
                .execute(Tuple.of(gone.avatar().value(), gone.name()))
                .replaceWithVoid();
    }

    /** A service keeps nothing of the avatar. */
    static Uni<Void> note(SqlConnection tx, AvatarId avatar, String service) {
        return tx.preparedQuery(NOTE).execute(Tuple.of(avatar.value(), service)).replaceWithVoid();
    }

    /** Ends an erasure that all these services have answered; the instant at which it began, or null when there is none to end. */
    static Uni<Instant> end(SqlConnection tx, AvatarId avatar, Set<String> services) {
        return tx.preparedQuery(END)
                .execute(Tuple.of(avatar.value(), services.toArray(String[]::new)))
                .map(rows -> {
                    Instant begun = null;
                    for (Row row : rows) {
                        begun = row.getOffsetDateTime(0).toInstant();
                    }
                    return begun;
                });
    }

    private static List<Open> open(RowSet<Row> rows) {
        List<Open> open = new ArrayList<>(rows.size());
        for (Row row : rows) {
            open.add(new Open(
                    new AvatarId(row.getUUID(0)),
                    row.getString(1),
                    row.getLong(2),
                    row.getInteger(3),
                    row.getOffsetDateTime(4).toInstant(),
                    Set.of(row.getArrayOfStrings(5))));
        }
        return open;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
