package viva.load.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import viva.platform.servers.ServerFailure;

/** Makes the avatars of the life service known to the services that keep a register of their own, as the avatar service's events would. */
record Registration(DataSource admin) {
    private static final List<String> STATEMENTS = List.of(
            """
            insert into avatar.avatar (id, owner_id, name, bio, gender, age, locale, personality, active, version, created_at, updated_at)
            select avatar_id, owner_id, profile->>'name', profile->>'bio', profile->>'gender', (profile->>'age')::smallint,
                profile->>'locale', profile->'personality', true, version, now(), now()
              from life.mind
            """,
            "insert into relationship.inhabitant (id, owner_id, standing, version) select avatar_id, owner_id, 'lives', version from life.mind",
            """
            insert into matchmaker.profile (id, owner_id, profile, standing, version)
            select avatar_id, owner_id, profile, 'lives', version from life.mind
            """,
            "vacuum (freeze, analyze) avatar.avatar, relationship.inhabitant, matchmaker.profile");

    /** The tables are there, and empty. */
    void registerAll() {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ServerFailure("The avatars cannot be registered: " + e.getMessage(), e);
        }
    }
}
