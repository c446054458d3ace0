package viva.local.letters;

import java.io.InputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import viva.local.command.Context;

/** What is said about messages that could not be handled. */
@Command(
        name = "dlq",
        description = "Messages that could not be handled: list, show, replay or drop them.",
        subcommands = {CommandLine.HelpCommand.class})
public final class DeadLetterCommand {
    private DeadLetterCommand() {}

    /**
     * The command with its own commands.
     *
     * @param answers what the person at the terminal types
     */
    public static CommandLine of(Context context, InputStream answers) {
        LetterDesk desk = new LetterDesk(context);
        return new CommandLine(new DeadLetterCommand())
                .addSubcommand(new ListLetters(desk))
                .addSubcommand(new ShowLetter(desk))
                .addSubcommand(new ReplayLetters(desk))
                .addSubcommand(new DropLetters(desk, answers));
    }
}
