package viva.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import viva.platform.servers.ServerFailure;

/** Keeps logs from growing for ever. */
final class LogFile {
    private static final long MOST_BYTES = 20_000_000;

    private LogFile() {}

    /** Moves a large log aside, over the one moved before. */
    static void limit(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > MOST_BYTES) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ServerFailure("Cannot move the log %s aside".formatted(log), e);
        }
    }
}
