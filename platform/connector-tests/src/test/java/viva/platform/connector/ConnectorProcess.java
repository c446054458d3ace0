package viva.platform.connector;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A {@link ConnectorApp} in a process of its own, which a test pauses and kills. */
final class ConnectorProcess {
    private static final String BROKER = "CONNECTOR_TEST_BROKER";
    private static final String QUEUE = "CONNECTOR_TEST_QUEUE";
    private static final String HEARTBEAT = "CONNECTOR_TEST_HEARTBEAT";

    private ConnectorProcess() {}

    static Process start(URI broker, String queue, int heartbeatSeconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ConnectorProcess.class.getName());
        builder.environment().put(BROKER, broker.toString());
        builder.environment().put(QUEUE, queue);
        builder.environment().put(HEARTBEAT, Integer.toString(heartbeatSeconds));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Reads until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        var _ = new ConnectorApp(
                URI.create(System.getenv(BROKER)), System.getenv(QUEUE), Integer.parseInt(System.getenv(HEARTBEAT)));
        new CountDownLatch(1).await();
    }
}
