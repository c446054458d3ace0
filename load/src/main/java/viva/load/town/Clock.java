package viva.load.town;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import viva.contracts.WorldTime;
import viva.platform.servers.ServerFailure;

/** The row of the world's clock; the life service follows it within half a second. */
public final class Clock {
    private static final String SET =
            "INSERT INTO world_clock (id, seed, anchor_real, anchor_world, scale, running, version) "
                    + "VALUES (1, ?, clock_timestamp(), ?, ?, false, 0) ON CONFLICT (id) DO UPDATE SET seed = excluded.seed, "
                    + "anchor_real = excluded.anchor_real, anchor_world = excluded.anchor_world, scale = excluded.scale, "
                    + "running = false, version = world_clock.version + 1";
    private static final String RUN =
            "UPDATE world_clock SET running = true, anchor_real = clock_timestamp(), version = version + 1 WHERE NOT running";
    private static final String STOP =
            "UPDATE world_clock SET anchor_world = anchor_world + (extract(epoch FROM clock_timestamp() - anchor_real) * 1000 * scale)::bigint, "
                    + "anchor_real = clock_timestamp(), running = false, version = version + 1 WHERE running";
    private static final String STAND =
            "UPDATE world_clock SET running = false, anchor_real = clock_timestamp(), anchor_world = ?, version = version + 1";

    private final DataSource database;

    Clock(DataSource database) {
        this.database = database;
    }

    void set(long seed, WorldTime at, double scale) {
        update(SET, seed, at.millis(), scale);
    }

    /** Time stands still from now on. */
    public void stop() {
        update(STOP);
    }

    /** Time goes on. */
    public void run() {
        update(RUN);
    }

    /** It is {@code at} now, and time stands still: what was scheduled before is overdue. */
    public void standAt(WorldTime at) {
        update(STAND, at.millis());
    }

    private void update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new ServerFailure("The world's clock cannot be set: " + e.getMessage(), e);
        }
    }
}
