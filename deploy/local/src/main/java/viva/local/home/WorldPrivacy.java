package viva.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import viva.platform.servers.ServerFailure;

/**
 * Lets nobody but its owner into a world's folders (mode 0700): they hold passwords, logs and data. The folder around them belongs to
 * whoever chose it with {@code VIVA_HOME}, and is left as it is unless the world made it or it is the usual one.
 */
public final class WorldPrivacy {
    private static final String OWNER_ONLY = "rwx------";

    /** Others may go through to a folder whose name they know, and see nothing on the way. */
    private static final String PASSAGE = "rwx--x--x";

    private static final Path USUAL_NAME = Path.of(".viva");

    private WorldPrivacy() {}

    /**
     * Makes the folders of a world, and closes those that are there already.
     *
     * @param passage whether PostgreSQL, which refuses to be root, is run as another user and has to get to its data
     */
    public static void protect(WorldFolder folder, boolean passage) {
        Path home = folder.home();
        try {
            boolean ours = !Files.exists(home) || home.endsWith(USUAL_NAME);
            Files.createDirectories(home);
            if (ours) {
                close(home, passage);
            }
            for (Path kept : List.of(folder.rabbitmq(), folder.redis(), logs(folder), run(folder), secrets(folder))) {
                close(Files.createDirectories(kept), false);
            }
            close(Files.createDirectories(folder.postgres()), passage);
            for (Path sometimes : List.of(folder.training(), folder.testServers())) {
                if (Files.isDirectory(sometimes)) {
                    close(sometimes, passage);
                }
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot close %s to others: %s".formatted(home, e.getMessage()), e);
        }
    }

    private static Path logs(WorldFolder folder) {
        return folder.log("any").getParent();
    }

    private static Path run(WorldFolder folder) {
        return folder.lock().getParent();
    }

    private static Path secrets(WorldFolder folder) {
        return folder.secret("any").getParent();
    }

    private static void close(Path folder, boolean passage) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(passage ? PASSAGE : OWNER_ONLY));
    }
}
