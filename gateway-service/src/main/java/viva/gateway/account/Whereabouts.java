package viva.gateway.account;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import viva.contracts.AccountId;

/** Where owners are, as far as their accounts tell. Needs no session, so it can be asked from anywhere. */
@Singleton
public class Whereabouts {
    private static final String FIND = "select locale, timezone from account where id = $1 and erasing_since is null";

    private final Pool pool;

    Whereabouts(Pool pool) {
        this.pool = pool;
    }

    /**
     * Where an owner is; every part is null when it is not known.
     *
     * @param locale a BCP 47 tag such as {@code pt-BR}
     * @param timezone an IANA name such as {@code America/Sao_Paulo}
     * @param country an ISO 3166 code such as {@code BR}
     */
    public record Place(String locale, String timezone, String country) {
        static final Place UNKNOWN = new Place(null, null, null);
    }

    public Uni<Place> of(AccountId account) {
        return of(pool, account);
    }

    /** As {@link #of(AccountId)}, on a connection of the caller's. */
    public Uni<Place> of(SqlClient client, AccountId account) {
        return client.preparedQuery(FIND).execute(Tuple.of(account.value())).map(rows -> {
            for (var row : rows) {
                String locale = row.getString(0);
                String timezone = row.getString(1);
                return new Place(locale, timezone, Countries.of(locale, timezone));
            }
            return Place.UNKNOWN;
        });
    }
}
