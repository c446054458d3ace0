package viva.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import viva.local.terminal.Terminal;
import viva.platform.servers.ServerFailure;

/** What every program behind {@code ./viva} understands: a mixin of its first command. */
public final class ProgramOptions {
    private static final int FAILED = 1;
    private static final String HELP = "--help";

    @Option(
            names = "--parse-only",
            hidden = true,
            description = "Refuse words that are not understood, and do nothing else: ./viva asks so before it builds.")
    private boolean parseOnly;

    /**
     * Runs what the words say and answers the exit code; a {@link ServerFailure} is told in one line. {@code --help} after any command tells of it.
     *
     * @param program the first command, which has these options
     */
    public int execute(CommandLine program, String... words) {
        CommandLine.IExecutionStrategy run = new CommandLine.RunLast();
        offerHelp(program);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> parseOnly ? 0 : run.execute(parsed))
                .setExecutionExceptionHandler((failure, _, _) -> {
                    if (failure instanceof ServerFailure) {
                        Terminal.ofThisProcess().complain(failure.getMessage());
                        return FAILED;
                    }
                    throw failure;
                })
                .execute(words);
    }

    /** Not by inheritance, which fails at a command that has the option already, as picocli's own one for help does. */
    private static void offerHelp(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption(HELP) == null) {
            spec.addOption(OptionSpec.builder("-h", HELP)
                    .usageHelp(true)
                    .description("Show this text.")
                    .build());
        }
        command.getSubcommands().values().forEach(ProgramOptions::offerHelp);
    }
}
