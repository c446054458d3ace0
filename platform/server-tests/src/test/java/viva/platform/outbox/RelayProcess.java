package viva.platform.outbox;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A relay in a process of its own, which a test pauses and kills. Its environment says where its servers are. */
final class RelayProcess {
    static final String DATABASE = "RELAY_TEST_DATABASE";
    static final String BROKER = "RELAY_TEST_BROKER";

    private RelayProcess() {}

    /** Relays until it is killed; a round of it lasts until every message has its answer. */
    public static void main(String[] arguments) throws InterruptedException {
        OutboxWorld.replica(System.getenv(DATABASE), System.getenv(BROKER), Map.of("viva.outbox.round-limit", "1m"));
        new CountDownLatch(1).await();
    }
}
