package viva.platform.servers.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import viva.platform.servers.ServerFailure;

/** Gives each service its own room in a database: a role, and a schema of that role which is its whole search path. */
public final class Schemas {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DatabaseAddress admin;

    /** @param admin a role that may create roles and, in its database, schemas */
    public Schemas(DatabaseAddress admin) {
        this.admin = admin;
    }

    /** Creates the database {@code name} unless it exists. */
    public DatabaseAddress createDatabase(String name) {
        requireName(name);
        try (Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE \"" + name + "\"");
            }
            statement.execute("REVOKE CONNECT ON DATABASE \"" + name + "\" FROM PUBLIC");
            return admin.in(name);
        } catch (SQLException e) {
            throw new ServerFailure(
                    "Cannot create the database %s at %s: %s".formatted(name, admin, e.getMessage()), e);
        }
    }

    /** Drops the database {@code name}, whoever is connected to it. */
    public void dropDatabase(String name) {
        requireName(name);
        execute("DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
    }

    /** Drops the role {@code name}, which must own nothing any more. */
    public void dropRole(String name) {
        requireName(name);
        execute("DROP ROLE IF EXISTS \"" + name + "\"");
    }

    /**
     * Creates (or brings up to date) the role and the schema, in the administrator's database.
     *
     * @return the address for the role
     */
    public DatabaseAddress provide(String schema, String role, String password) {
        requireName(schema);
        requireName(role);
        try (Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                statement.execute("CREATE ROLE \"" + role + "\" LOGIN");
            }
            // The driver hashes the password itself, so that it shows up in no server log.
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
            if (!isSuperuser(connection)) {
                statement.execute("GRANT \"" + role + "\" TO CURRENT_USER");
            }
            statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE \"" + admin.database() + "\" TO \"" + role + "\"");
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + "\" AUTHORIZATION \"" + role + "\"");
            statement.execute("ALTER ROLE \"%s\" IN DATABASE \"%s\" SET search_path = \"%s\""
                    .formatted(role, admin.database(), schema));
            return admin.as(role, password);
        } catch (SQLException e) {
            throw new ServerFailure(
                    "Cannot create the role %s and its schema at %s: %s".formatted(role, admin, e.getMessage()), e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = admin.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL refused at %s: %s".formatted(admin, e.getMessage()), e);
        }
    }

    private static boolean isSuperuser(Connection connection) throws SQLException {
        return exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = current_user AND rolsuper AND ? <> ''", "-");
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("must match " + NAME + ": name = " + name);
        }
    }
}
