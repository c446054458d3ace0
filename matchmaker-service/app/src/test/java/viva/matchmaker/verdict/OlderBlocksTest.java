package viva.matchmaker.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.Envelopes;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/** A world in which somebody was blocked before blocks were told is taken over. */
class OlderBlocksTest {
    private final PrivateRooms rooms = new PrivateRooms();
    private final DatabaseAddress matchmaker = rooms.database("matchmaker");

    @AfterEach
    void leave() {
        rooms.close();
    }

    @Test
    void both_sides_of_a_block_from_before_are_told_of_it_and_of_nothing_else() throws SQLException {
        AvatarId luna = new AvatarId(UUID.randomUUID());
        AvatarId sol = new AvatarId(UUID.randomUUID());
        migrate("1");
        try (Connection connection = matchmaker.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into verdict (avatar_id, other_id, kind) values ('%s', '%s', 'block'), ('%s', '%s', 'like')"
                            .formatted(luna, sol, sol, luna));
        }

        migrate("2");

        assertThat(told())
                .extracting(event -> (Object) event.data())
                .containsExactlyInAnyOrder(
                        new BlockChangedV1(luna, sol, true, true), new BlockChangedV1(sol, luna, false, true));
    }

    private List<CloudEvent<?>> told() throws SQLException {
        List<CloudEvent<?>> told = new ArrayList<>();
        try (Connection connection = matchmaker.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select message_id, routing_key, body from outbox")) {
            while (rows.next()) {
                CloudEvent<?> event = Envelopes.decode(rows.getString(3).getBytes(StandardCharsets.UTF_8));
                assertThat(event.id()).isEqualTo(rows.getObject(1, UUID.class));
                assertThat(rows.getString(2)).isEqualTo("block.changed." + event.subject());
                told.add(event);
            }
        }
        return told;
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(matchmaker.dataSource())
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }
}
