package viva.gateway.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import viva.contracts.AccountId;

/** Where owners live, as far as their clocks go. Needs no session, so it can be asked from anywhere. */
@Singleton
public class Timezones {
    private static final String FIND = "select timezone from account where id = $1 and erasing_since is null";

    private final Pool pool;

    Timezones(Pool pool) {
        this.pool = pool;
    }

    /** An IANA name; empty when there is no such account. */
    public Uni<Optional<String>> of(AccountId account) {
        return pool.preparedQuery(FIND).execute(Tuple.of(account.value())).map(rows -> {
            for (var row : rows) {
                return Optional.of(row.getString(0));
            }
            return Optional.empty();
        });
    }
}
