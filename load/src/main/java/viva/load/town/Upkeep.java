package viva.load.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import viva.platform.servers.ServerFailure;

/** What PostgreSQL would do by itself in the quiet hours after a bulk load; done before the measurement instead of within it. */
record Upkeep(DataSource admin) {
    void afterLoading() {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (FREEZE, ANALYZE) life.mind");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL cannot be prepared: " + e.getMessage(), e);
        }
    }
}
