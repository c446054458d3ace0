package viva.platform.outbox;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.platform.messaging.outage.Diagnosis;
import viva.platform.messaging.outage.Outage;

/** Knows failures of PostgreSQL that are no fault of the statement or its data (SQLSTATE; PostgreSQL, appendix A). */
@Singleton
final class DatabaseDiagnosis implements Diagnosis {
    private static final String DATABASE = "database";

    /** What a pool says when no connection became free, or none could be opened, in time. */
    private static final String POOL_TIMEOUT = "Timeout";

    /**
     * Connection exception, invalid authorization, invalid catalog name, transaction rollback (deadlock, serialization), insufficient
     * resources, object not in prerequisite state (lock not available), operator intervention, system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "28", "3D", "40", "53", "55", "57", "58");

    /** Read-only transaction (a standby), idle session ended in a transaction, insufficient privilege: a role that lost its rights. */
    private static final Set<String> STATES = Set.of("25006", "25P03", "42501");

    /** An integrity constraint that is checked at the commit and rolls it back blames the data. */
    private static final String DATA_IS_TO_BLAME = "40002";

    private static final Pattern PORT = Pattern.compile(":(\\d+)(?=/|$)");

    private final List<String> ports;

    /** @param url where the database is, or several addresses */
    DatabaseDiagnosis(@ConfigProperty(name = "quarkus.datasource.reactive.url") Optional<String> url) {
        ports = PORT.matcher(url.orElse(""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Override
    public Optional<Outage> of(Throwable failure) {
        boolean away = switch (failure) {
            case ConnectException e ->
                e.getMessage() != null
                        && ports.stream().anyMatch(port -> e.getMessage().endsWith(":" + port));
            case DatabaseException e -> isOutage(e.getSqlState());
            case SQLException e -> isOutage(e.getSQLState());
            case ClosedConnectionException _ -> true;
            case NoStackTraceThrowable e -> POOL_TIMEOUT.equals(e.getMessage());
            default -> false;
        };
        return away ? Optional.of(Outage.of(DATABASE, failure)) : Optional.empty();
    }

    private static boolean isOutage(String state) {
        return state != null
                && state.length() == 5
                && !state.equals(DATA_IS_TO_BLAME)
                && (CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
