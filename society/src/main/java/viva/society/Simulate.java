package viva.society;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import viva.contracts.WorldTime;
import viva.society.figure.Findings;
import viva.society.report.Report;
import viva.society.world.Society;
import viva.society.world.WorldPlan;

/** The program behind {@code ./viva simulate}. Exit code 0: the report is written; 1: it could not be; 2: the options make no sense. */
@Command(
        name = "./viva simulate",
        description = "Lives a world through as fast as the machine allows and writes what became of it.",
        sortOptions = false)
public final class Simulate implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--avatars", paramLabel = "N", description = "how many live in it; ${DEFAULT-VALUE}")
    private int avatars = 1_000;

    @Option(names = "--days", paramLabel = "N", description = "how many world days; ${DEFAULT-VALUE}")
    private int days = 30;

    @Option(names = "--seed", paramLabel = "N", description = "of all its chance; ${DEFAULT-VALUE}")
    private long seed = 7;

    @Option(names = "--out", paramLabel = "DIR", description = "where the report goes; ${DEFAULT-VALUE}")
    private Path out = Path.of("simulation");

    @Option(names = "--start", paramLabel = "TIME", description = "world time of its first instant; ${DEFAULT-VALUE}")
    private String start = "2030-01-01T17:00:00Z";

    @Option(names = "--threads", paramLabel = "N", description = "changes nothing but the speed; all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "no progress")
    private boolean quiet;

    /** Read by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    public static void main(String[] arguments) {
        Program.exit("viva simulate", new Simulate(), arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Program.run("viva simulate", new Simulate(), out, err, arguments);
    }

    @Override
    public Integer call() {
        WorldPlan plan = plan();
        prepare(out);
        PrintWriter terminal = spec.commandLine().getOut();
        Progress progress = new Progress(plan, terminal, quiet);
        try (Society society = new Society(plan, threads)) {
            society.live(progress::at);
            progress.done(society.ticks());
            Findings findings = Findings.of(society.people());
            Report report = Report.of(society, findings, threads, progress.seconds());
            report.write(out);
            terminal.println(report.summary());
            terminal.println("Open " + out.resolve(Report.PAGE).toAbsolutePath().normalize());
        }
        return 0;
    }

    private WorldPlan plan() {
        if (threads < 1 || threads > 1_024) {
            throw new ParameterException(spec.commandLine(), "must be in [1,1024]: threads = " + threads);
        }
        try {
            return new WorldPlan(avatars, days, seed, WorldTime.parse(start));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new ParameterException(
                    spec.commandLine(), "must be an instant such as 2030-01-01T17:00:00Z: start = " + start, e);
        }
    }

    private void prepare(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "must be a folder, and is a file: out = " + folder);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot be made: out = " + folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw new ParameterException(spec.commandLine(), "cannot be written to: out = " + folder);
        }
    }
}
