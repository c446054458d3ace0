package viva.local.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viva.local.home.WorldFolder;
import viva.local.home.WorldLock;
import viva.local.world.Leftovers;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/** Stops the world, also one whose launcher was killed. */
@Command(name = "down", description = "Stop the world; its data stay.")
public final class Down implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Context context;

    public Down(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.terminal()
                .say(
                        stop(context.folder())
                                ? "Stopped."
                                : "No world runs in " + context.folder().home() + ".");
        return 0;
    }

    /** Returns whether anything ran. */
    static boolean stop(WorldFolder folder) {
        Optional<ProcessHandle> launcher = WorldLock.holder(folder);
        launcher.ifPresent(process -> new ServerProcess(
                        "The launcher", folder.launcherPid(), folder.log("launcher"), StopSignal.TERM, PATIENCE)
                .stopLeftover());
        Optional<WorldLock> lock = WorldLock.take(folder);
        if (lock.isEmpty()) {
            throw new ServerFailure("Another ./viva is at work in " + folder.home());
        }
        try (WorldLock _ = lock.get()) {
            return Leftovers.stop(folder) > 0 || launcher.isPresent();
        }
    }
}
