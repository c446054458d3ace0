package viva.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.local.home.WorldFolder;
import viva.local.home.WorldLock;
import viva.local.world.TrainingWorld;

/** Lives a minute of a world of its own, from which the services learn to start faster. */
@Command(
        name = "train",
        description = "Make what the services start faster with; ./viva up does so by itself after a build.")
public final class Train implements Callable<Integer> {
    private final Context context;

    @Option(
            names = "--until-exit-of",
            paramLabel = "<pid>",
            hidden = true,
            description = "Stop when that process ends.")
    private Long parent;

    public Train(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        WorldFolder folder = new WorldFolder(context.folder().training());
        Optional<WorldLock> lock = WorldLock.take(folder);
        if (lock.isEmpty()) {
            context.terminal().complain("A training runs already, in " + folder.home() + ".");
            return 1;
        }
        TrainingWorld world = new TrainingWorld(context.settings(), folder, context.terminal());
        if (world.isTrained()) {
            context.terminal().say("The services have learned already what they start faster with.");
            return 0;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            world.close();
            lock.get().close();
        }));
        if (parent != null) {
            Parents.endWith(parent);
        }
        world.train();
        return 0;
    }
}
