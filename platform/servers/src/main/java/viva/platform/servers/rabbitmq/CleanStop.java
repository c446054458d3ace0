package viva.platform.servers.rabbitmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import viva.platform.servers.PrivateFiles;
import viva.platform.servers.ServerFailure;

/** A mark on disk between two starts: the node has ended by itself. Without one it was killed, or its end is not known. */
final class CleanStop {
    private final Path mark;

    CleanStop(Path mark) {
        this.mark = mark;
    }

    void note() {
        PrivateFiles.write(mark, "");
    }

    /** Whether the node ended by itself; the next start asks about its own time. */
    boolean take() {
        try {
            return Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new ServerFailure("Cannot delete " + mark, e);
        }
    }
}
