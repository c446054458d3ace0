package viva.platform.servers.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Writing programs and starting them, apart. Between fork and exec a child holds every file that its parent writes, and the kernel
 * refuses to run a program that is still open for writing ("Text file busy"), whatever the child is for. {@link ProcessBuilder#start} returns
 * after the exec.
 */
public final class Programs {
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

    private Programs() {}

    /** Starts a process while no program is written. */
    public static Process start(ProcessBuilder builder) throws IOException {
        Lock lock = LOCK.readLock();
        lock.lock();
        try {
            return builder.start();
        } finally {
            lock.unlock();
        }
    }

    /** Writes a program with {@code writing} while no process is started, and answers where it is. */
    public static Path write(Callable<Path> writing) throws IOException {
        Lock lock = LOCK.writeLock();
        lock.lock();
        try {
            return writing.call();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("a program cannot be written", e);
        } finally {
            lock.unlock();
        }
    }
}
