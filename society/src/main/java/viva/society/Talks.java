package viva.society;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import viva.contracts.WorldTime;
import viva.society.talk.TalkPage;
import viva.society.talk.TalksOfAWorld;
import viva.society.talk.WordedTalk;
import viva.society.world.WorldPlan;

/** The program behind {@code ./viva talks}. Exit code 0: the page is written; 1: it could not be; 2: the options make no sense. */
@Command(
        name = "./viva talks",
        description =
                "Lives a small world through and writes what its avatars said to each other, by the offline voice.",
        sortOptions = false)
public final class Talks implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int MOST_TALKS = 10_000;

    /** People and days of the world; about 1,100 conversations. */
    private static final int AVATARS = 10;

    private static final int DAYS = 75;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "how many conversations, spread over all of its time; ${DEFAULT-VALUE}")
    private int count = 100;

    @Option(names = "--seed", paramLabel = "N", description = "of all its chance; ${DEFAULT-VALUE}")
    private long seed = 9;

    @Option(names = "--locale", paramLabel = "TAG", description = "the language of everybody; ${DEFAULT-VALUE}")
    private String locale = "en";

    @Option(names = "--out", paramLabel = "FILE", description = "where the page goes; ${DEFAULT-VALUE}")
    private Path out = Path.of("docs/talk-samples.md");

    /** Read by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Talks())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((failure, _) -> complain(err, failure.getMessage(), BAD_INPUT))
                .setExecutionExceptionHandler((failure, _, _) -> switch (failure) {
                    case UncheckedIOException io -> complain(err, io.getMessage(), FAILED);
                    case Exception other -> throw other;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST_TALKS) {
            throw new ParameterException(spec.commandLine(), "must be in [1," + MOST_TALKS + "]: count = " + count);
        }
        List<WordedTalk> sample = sample(count, seed, locale);
        write(TalkPage.of(sample, introduction()));
        spec.commandLine().getOut().println(sample.size() + " conversations in " + out);
        return 0;
    }

    /** {@code count} conversations of a world at even distances, or all where there are fewer. */
    static List<WordedTalk> sample(int count, long seed, String locale) {
        WorldPlan plan = new WorldPlan(AVATARS, DAYS, seed, WorldTime.parse("2030-01-01T17:00:00Z"));
        List<WordedTalk> all = TalksOfAWorld.of(plan, locale);
        int size = Math.min(count, all.size());
        return IntStream.range(0, size)
                .mapToObj(index -> all.get((int) ((long) index * all.size() / size)))
                .toList();
    }

    private String introduction() {
        return "# Talks among avatars\n\n"
                + "What " + AVATARS + " avatars of a simulated world said to each other in " + DAYS
                + " world days, at even distances of its time, by the offline voice. Small print: the act and its topic, as "
                + "the minds chose them. Written by `./viva talks --count " + count + " --seed " + seed + " --locale "
                + locale + "`; a test fails when the page is not what that command writes.\n";
    }

    private void write(String page) {
        try {
            Files.writeString(out, page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written to: out = " + out, e);
        }
    }

    private static int complain(PrintWriter err, String message, int code) {
        err.println("viva talks: " + message.lines().findFirst().orElse("failed"));
        return code;
    }
}
