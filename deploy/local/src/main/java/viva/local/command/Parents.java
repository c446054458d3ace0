package viva.local.command;

import java.util.concurrent.CompletableFuture;

/** A program that started this one may be killed: then nobody else would stop this one. */
final class Parents {
    private Parents() {}

    /** Exits when that process ends, however it ends. */
    static void endWith(long pid) {
        var _ = ProcessHandle.of(pid)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(() -> new Thread(() -> System.exit(0)).start());
    }
}
