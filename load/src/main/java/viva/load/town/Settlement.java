package viva.load.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.mind.MindCodec;
import viva.platform.servers.ServerFailure;

/** Puts avatars into the life service's database as if they had lived there before. */
final class Settlement {
    private static final String COPY =
            "COPY mind (shard_id, avatar_id, standing, version, owner_id, profile, mind) FROM STDIN (FORMAT binary)";
    private static final int FIELDS = 7;
    private static final int FLUSH_BYTES = 1 << 20;

    private final DataSource database;
    private final Citizens citizens;

    Settlement(DataSource database, long seed) {
        this.database = database;
        this.citizens = new Citizens(seed);
    }

    /** Settles {@code count} avatars that have lived until {@code begin}. */
    void settle(int count, WorldTime begin) {
        int settlers = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, settlers).parallel().forEach(part -> {
            try {
                settle((int) ((long) count * part / settlers), (int) ((long) count * (part + 1) / settlers), begin);
            } catch (SQLException e) {
                throw new ServerFailure("The avatars cannot be settled: " + e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void settle(int from, int to, WorldTime begin) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            CopyRows rows = new CopyRows().header();
            for (int number = from; number < to; number++) {
                write(citizens.citizen(number, begin), rows);
                if (rows.size() >= FLUSH_BYTES) {
                    flush(rows, copy);
                }
            }
            flush(rows.trailer(), copy);
            copy.endCopy();
        }
    }

    private static void flush(CopyRows rows, CopyIn copy) throws SQLException {
        byte[] bytes = rows.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private static void write(Citizens.Citizen citizen, CopyRows rows) throws IOException {
        rows.row(FIELDS)
                .smallint(ShardId.of(citizen.id()).value())
                .uuid(citizen.id().value())
                .text("living")
                .bigint(1)
                .uuid(citizen.owner().value())
                .jsonb(Json.mapper().writeValueAsString(citizen.profile()))
                .bytea(MindCodec.encode(citizen.mind()));
    }
}
