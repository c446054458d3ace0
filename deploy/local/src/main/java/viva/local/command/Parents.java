package viva.local.command;

import java.util.concurrent.CompletableFuture;

/** The end of this program with the one that started it, which may be killed without a word. */
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
