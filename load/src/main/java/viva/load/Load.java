package viva.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import viva.load.command.Budget;
import viva.load.command.Burst;
import viva.load.command.CatchUp;
import viva.load.command.Lives;
import viva.load.command.Recall;
import viva.load.command.Soak;
import viva.load.command.Takeover;
import viva.load.command.WordsAlone;
import viva.local.command.ProgramOptions;

/** The program behind {@code ./viva bench}: benchmarks of the packaged life and llm services with their real servers. */
@Command(
        name = "./viva bench",
        description =
                "Measures many lives, a running world, what its avatars remember, and the budget of a language model.",
        subcommands = {
            Lives.class,
            CatchUp.class,
            Takeover.class,
            WordsAlone.class,
            Budget.class,
            Burst.class,
            Recall.class,
            Soak.class,
            CommandLine.HelpCommand.class
        })
public final class Load {
    @Mixin
    private final ProgramOptions options = new ProgramOptions();

    private Load() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        Load load = new Load();
        return load.options.execute(new CommandLine(load), arguments);
    }
}
