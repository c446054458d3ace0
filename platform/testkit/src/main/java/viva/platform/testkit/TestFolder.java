package viva.platform.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import viva.platform.servers.ServerFailure;

/** A folder below {@code target} that this test JVM has for itself as long as it lives. */
final class TestFolder {
    private static final int MOST_JVMS_AT_ONCE = 64;

    // Keeps the locks from being collected, and so released, while the JVM lives.
    private static final List<FileLock> HELD = new ArrayList<>();

    private TestFolder() {}

    /** Claims the first folder nobody holds. Servers that a killed JVM left behind in it are found by their pid files. */
    static synchronized Path claim() {
        try {
            for (int slot = 1; slot <= MOST_JVMS_AT_ONCE; slot++) {
                Path folder = Path.of("target", "test-servers", Integer.toString(slot))
                        .toAbsolutePath();
                Files.createDirectories(folder);
                FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    HELD.add(lock);
                    return folder;
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot claim a folder for the test servers", e);
        }
        throw new ServerFailure("More than %d test JVMs at once".formatted(MOST_JVMS_AT_ONCE));
    }
}
