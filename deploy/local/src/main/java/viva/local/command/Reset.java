package viva.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viva.platform.servers.PrivateFiles;

/** Stops the world and deletes all it has on this machine. */
@Command(name = "reset", description = "Stop the world and delete its data, logs and passwords on this machine.")
public final class Reset implements Callable<Integer> {
    private final Context context;

    public Reset(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Down.stop(context.folder());
        for (String part :
                new String[] {"postgres", "redis", "rabbitmq", "secrets", "logs", "mail", "run", "test-servers"}) {
            PrivateFiles.deleteTree(context.folder().home().resolve(part));
        }
        context.terminal().say("Deleted the world in " + context.folder().home() + ".");
        return 0;
    }
}
