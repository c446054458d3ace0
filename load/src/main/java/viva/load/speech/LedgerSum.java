package viva.load.speech;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import viva.platform.servers.ServerFailure;

/** All that the llm service's ledger holds. */
public record LedgerSum(long requests, long promptTokens, long completionTokens, long costMicros) {
    private static final String SUM = "select coalesce(sum(requests), 0), coalesce(sum(prompt_tokens), 0), "
            + "coalesce(sum(completion_tokens), 0), coalesce(sum(cost_micros), 0) from expense";

    public static LedgerSum of(DataSource room) {
        try (Connection connection = room.getConnection();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(SUM)) {
            sum.next();
            return new LedgerSum(sum.getLong(1), sum.getLong(2), sum.getLong(3), sum.getLong(4));
        } catch (SQLException e) {
            throw new ServerFailure("The ledger cannot be read: " + e.getMessage(), e);
        }
    }
}
