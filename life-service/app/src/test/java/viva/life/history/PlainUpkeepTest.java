package viva.life.history;

import org.junit.jupiter.api.AfterEach;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;

/** In PostgreSQL alone a job of the service averages. */
class PlainUpkeepTest extends UpkeepContract {
    private final PrivateRooms rooms = new PrivateRooms();

    @Override
    DatabaseAddress database() {
        return rooms.database("life");
    }

    @Override
    void background(HistoryTables some) {
        // A run averages a hundred spans of a shard at most.
        for (int times = 0; times < 3; times++) {
            some.get(some.rollUps().run());
        }
    }

    @Override
    void averageEverything(HistoryTables some) {
        background(some);
    }

    @AfterEach
    void leave() {
        rooms.close();
    }
}
