package viva.society;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import viva.society.talk.TalkPage;
import viva.society.talk.TalksOfAWorld;
import viva.society.talk.WordedTalk;

/** The program behind {@code ./viva talks}. Exit code 0: the page is written; 1: it could not be; 2: the options make no sense. */
@Command(
        name = "./viva talks",
        description =
                "Lives a small world through and writes what its avatars said to each other, by the offline voice.",
        sortOptions = false)
public final class Talks implements Callable<Integer> {
    private static final int MOST_TALKS = 10_000;

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
        Program.exit("viva talks", new Talks(), arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Program.run("viva talks", new Talks(), out, err, arguments);
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST_TALKS) {
            throw new ParameterException(spec.commandLine(), "must be in [1," + MOST_TALKS + "]: count = " + count);
        }
        List<WordedTalk> all =
                TalksOfAWorld.of(TalksOfAWorld.small(seed), List.of(locale)).get(locale);
        List<WordedTalk> sample = TalksOfAWorld.sample(all, count);
        String command = "./viva talks --count " + count + " --seed " + seed + " --locale " + locale;
        write(TalkPage.of(sample, command));
        spec.commandLine().getOut().println(sample.size() + " conversations in " + out);
        return 0;
    }

    private void write(String page) {
        try {
            Files.writeString(out, page);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be written to: out = " + out, e);
        }
    }
}
