package viva.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import viva.local.command.Context;
import viva.local.command.Doctor;
import viva.local.command.Down;
import viva.local.command.Logs;
import viva.local.command.OperatorAccounts;
import viva.local.command.PrepareServers;
import viva.local.command.ProgramOptions;
import viva.local.command.Reset;
import viva.local.command.Status;
import viva.local.command.Tests;
import viva.local.command.Train;
import viva.local.command.Up;
import viva.local.letters.DeadLetterCommand;
import viva.platform.servers.ServerFailure;

/** The program behind {@code ./viva}. */
@Command(
        name = "./viva",
        description = "A VIVA world on this machine.",
        subcommands = {CommandLine.HelpCommand.class})
public final class Viva {
    @Mixin
    private final ProgramOptions options = new ProgramOptions();

    private final CommandLine program = new CommandLine(this);

    Viva(Context context) {
        program.addSubcommand(new Up(context))
                .addSubcommand(new Down(context))
                .addSubcommand(new PrepareServers(context))
                .addSubcommand(new Status(context))
                .addSubcommand(new Doctor(context))
                .addSubcommand(new Logs(context))
                .addSubcommand(new OperatorAccounts(context))
                .addSubcommand(DeadLetterCommand.of(context, System.in))
                .addSubcommand(new Tests(context))
                .addSubcommand(new Train(context))
                .addSubcommand(new Reset(context));
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            return new Viva(Context.ofThisProcess()).execute(arguments);
        } catch (ServerFailure failure) {
            System.err.println("viva: " + failure.getMessage());
            return 1;
        }
    }

    int execute(String... words) {
        return options.execute(program, words);
    }

    /** All commands. */
    CommandLine program() {
        return program;
    }
}
