package viva.local.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.ProcessIdentity;

/** Lets one launcher at a time run a world; the operating system releases it when the launcher dies. */
public final class WorldLock implements AutoCloseable {
    private final WorldFolder folder;
    private final FileLock lock;

    private WorldLock(WorldFolder folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes it for this process; empty when another launcher has it. */
    public static Optional<WorldLock> take(WorldFolder folder) {
        try {
            Path file = folder.lock();
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            ProcessIdentity.of(ProcessHandle.current()).write(folder.launcherPid());
            return Optional.of(new WorldLock(folder, lock));
        } catch (IOException e) {
            throw new ServerFailure("Cannot lock %s: %s".formatted(folder.lock(), e.getMessage()), e);
        }
    }

    /** The launcher that runs the world. */
    public static Optional<ProcessHandle> holder(WorldFolder folder) {
        return ProcessIdentity.read(folder.launcherPid()).flatMap(ProcessIdentity::running);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.launcherPid());
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new ServerFailure("Cannot release " + folder.lock(), e);
        }
    }
}
