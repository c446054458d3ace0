package viva.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import viva.contracts.Json;
import viva.contracts.WorldTime;
import viva.life.folding.Folding;
import viva.life.folding.InputKinds;
import viva.life.folding.JournalEntry;
import viva.life.mind.Input;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;

/**
 * Folds the journal of every avatar of a life database from its birth, or from its oldest sample when that is beyond retention, and compares
 * with what is stored: byte for byte, no input lost or applied twice. It reads in one transaction, so that the world may go on meanwhile.
 */
final class FoldedLives {
    private static final String JOURNAL =
            "select kind, input::text, tick, world_millis from journal where avatar_id = ? order by seq";

    private final Connection database;

    private FoldedLives(Connection database) {
        this.database = database;
    }

    /**
     * How many avatars were compared.
     *
     * @throws AssertionError when one of them differs
     */
    static int allAreAsTheirJournalsSay(Connection database) throws SQLException {
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return new FoldedLives(database).compareAll();
        } finally {
            database.rollback();
            database.setAutoCommit(true);
        }
    }

    private int compareAll() throws SQLException {
        Folding folding = new Folding(new Lives(LifeParameters.DEFAULT, seed()));
        int compared = 0;
        try (PreparedStatement query =
                        database.prepareStatement("select avatar_id, mind from mind where standing <> 'erased'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                UUID avatar = rows.getObject(1, UUID.class);
                compare(folding, avatar, rows.getBytes(2));
                compared++;
            }
        }
        return compared;
    }

    private void compare(Folding folding, UUID avatar, byte[] stored) throws SQLException {
        List<JournalEntry> journal = journal(avatar);
        boolean whole = !journal.isEmpty() && journal.getFirst().input() instanceof Input.Born;
        Mind base = whole ? null : oldestSample(avatar);
        Mind mind = folding.afterAll(
                base,
                journal.stream()
                        .filter(entry -> base == null || entry.tick() > base.tick())
                        .toList());
        Mind lived = folding.ticked(mind, MindCodec.decode(stored).tick());

        assertThat(MindCodec.encode(lived)).as("the mind of " + avatar).isEqualTo(stored);
    }

    /** Where the journal goes on from when its beginning is beyond retention. */
    private Mind oldestSample(UUID avatar) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select mind from mind_sample where avatar_id = ? order by at limit 1")) {
            query.setObject(1, avatar);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).as("a sample of " + avatar).isTrue();
                return MindCodec.decode(rows.getBytes(1));
            }
        }
    }

    private long seed() throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select seed from world_clock");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<JournalEntry> journal(UUID avatar) throws SQLException {
        List<JournalEntry> journal = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(JOURNAL)) {
            query.setObject(1, avatar);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    journal.add(entry(rows));
                }
            }
        }
        return journal;
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        try {
            var type = InputKinds.type(row.getString(1)).orElseThrow();
            return new JournalEntry(
                    Json.mapper().readValue(row.getString(2), type), row.getLong(3), new WorldTime(row.getLong(4)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
