package viva.local.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import viva.local.service.ServiceName;
import viva.platform.letters.DeadLetters;
import viva.platform.letters.LetterFilter;
import viva.platform.letters.LetterPage;
import viva.platform.servers.ServerFailure;

/** Drops dead letters when the person at the terminal agrees. */
@Command(name = "drop", description = "Drop dead letters for good, after a question.")
final class DropLetters implements Callable<Integer> {
    private static final int NOT_AGREED = 1;
    private static final Set<String> YES = Set.of("y", "yes");

    private final LetterDesk desk;
    private final BufferedReader answers;

    @Mixin
    private ChosenLetters chosen;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    DropLetters(LetterDesk desk, InputStream answers) {
        this.desk = desk;
        this.answers = new BufferedReader(new InputStreamReader(answers, Charset.defaultCharset()));
    }

    @Override
    public Integer call() throws IOException {
        LetterFilter filter = chosen.filter();
        boolean agreed = true;
        for (ServiceName service : chosen.options().services()) {
            LetterPage found = desk.ask(service, letters -> letters.list(filter, 0, DeadLetters.MOST_KEPT));
            int count = found.letters().size();
            if (count == 0) {
                continue;
            }
            if (yes || isAgreed(service, count)) {
                ChosenLetters.settle(desk, service, count, "dropped", (letters, limit) -> letters.drop(filter, limit));
            } else {
                desk.terminal().say("%s.dead: nothing dropped".formatted(service.text()));
                agreed = false;
            }
        }
        return agreed ? 0 : NOT_AGREED;
    }

    private boolean isAgreed(ServiceName service, int count) throws IOException {
        desk.terminal().say("Drop %d of %s.dead for good? [y/N]".formatted(count, service.text()));
        String answer = answers.readLine();
        if (answer == null) {
            throw new ServerFailure("Nobody answers, so nothing is dropped; --yes drops without a question.");
        }
        return YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
