package viva.society;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** Runs a command and tells of a failure in one line. Exit codes: the command's own; {@value #FAILED} for a file; {@value #BAD_INPUT} for an option. */
final class Program {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private Program() {}

    /** Runs it on the streams of this process and ends the process. */
    static void exit(String name, Object command, String... arguments) {
        System.exit(run(name, command, writer(System.out), writer(System.err), arguments));
    }

    /** @param name as in {@code viva talks}, before each complaint */
    static int run(String name, Object command, PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(command)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((failure, _) -> complain(name, err, failure.getMessage(), BAD_INPUT))
                .setExecutionExceptionHandler((failure, _, _) -> switch (failure) {
                    case UncheckedIOException io -> complain(name, err, io.getMessage(), FAILED);
                    case Exception other -> throw other;
                })
                .execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static int complain(String name, PrintWriter err, String message, int code) {
        err.println(name + ": " + message.lines().findFirst().orElse("failed"));
        return code;
    }
}
