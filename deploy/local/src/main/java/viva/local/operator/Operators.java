package viva.local.operator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.postgres.DatabaseAddress;

/**
 * The operators among the accounts. That an account is one stands in the database and nowhere else, so that nobody becomes one by
 * taking a name that a setting mentions. The database's own functions say what else a change brings with it.
 */
public final class Operators {
    private static final String GRANT = "select grant_operator(?)";
    private static final String WITHDRAW = "select withdraw_operator(?)";
    private static final String LIST =
            "select username from account where operator_since is not null order by username";

    private final DatabaseAddress database;

    /** @param database the gateway's, with the gateway's own role */
    public Operators(DatabaseAddress database) {
        this.database = database;
    }

    /** Makes an account an operator; false when there is none of that user name. */
    public boolean grant(String username) {
        return call(GRANT, username);
    }

    /** Makes an operator an owner like all others, and signs the account out everywhere; false when there is none of that user name. */
    public boolean withdraw(String username) {
        return call(WITHDRAW, username);
    }

    /** Their user names. */
    public List<String> list() {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(LIST);
                ResultSet rows = query.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private boolean call(String function, String username) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement call = connection.prepareStatement(function)) {
            call.setString(1, username);
            try (ResultSet rows = call.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private ServerFailure failure(SQLException e) {
        return new ServerFailure("Cannot ask the gateway's database at %s: %s".formatted(database, e.getMessage()), e);
    }
}
