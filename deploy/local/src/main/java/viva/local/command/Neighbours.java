package viva.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that burn a core each, as a busy machine has them. */
final class Neighbours implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    Neighbours(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            processes.add(new ProcessBuilder("/bin/sh", "-c", "while :; do :; done").start());
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
