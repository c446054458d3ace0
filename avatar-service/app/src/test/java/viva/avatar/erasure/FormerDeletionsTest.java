package viva.avatar.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/** A world in which avatars were deleted before services had to answer. */
class FormerDeletionsTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");

    private final PrivateRooms rooms = new PrivateRooms();
    private final DatabaseAddress avatars = rooms.database("avatar");

    @AfterEach
    void leave() {
        rooms.close();
    }

    @Test
    void avatars_that_were_deleted_earlier_are_erased_once_more_and_their_ids_give_way_to_pseudonyms()
            throws SQLException {
        migrate("4");
        run("insert into erased_avatar (id) values ('" + LUNA + "')");

        migrate("latest");

        assertThat(text("select id::text from erased_avatar"))
                .isEqualTo(LUNA.pseudonym().toString());
        assertThat(
                        text(
                                "select avatar_id::text from erasure where name is null and announced_at < now() - interval '1 day'"))
                .isEqualTo(LUNA.toString());
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(avatars.dataSource())
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = avatars.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = avatars.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
