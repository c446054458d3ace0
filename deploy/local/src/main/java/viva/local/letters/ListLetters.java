package viva.local.letters;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import viva.local.service.ServiceName;
import viva.platform.letters.Letter;
import viva.platform.letters.LetterFilter;
import viva.platform.letters.LetterPage;
import viva.platform.letters.Look;
import viva.platform.servers.ServerFailure;

/** Lists dead letters without their words. */
@Command(
        name = "list",
        description = "The oldest dead letters of each service: when, where and why they died, never their words.")
final class ListLetters implements Callable<Integer> {
    private static final int MOST = 1_000;
    private static final String ROW = "  %-20s  %-27s %-14s %5s  %-32s %7s  %s";

    private final LetterDesk desk;

    @Mixin
    private LetterOptions options;

    @Option(names = "--limit", defaultValue = "20", description = "How many of each service, up to 1000 (default: 20).")
    private int limit;

    @Option(names = "--skip", defaultValue = "0", description = "How many to leave out first.")
    private int skip;

    ListLetters(LetterDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MOST || skip < 0) {
            throw new ServerFailure("--limit must be in [1,%d] and --skip at least 0".formatted(MOST));
        }
        LetterFilter filter = options.filter(null);
        for (ServiceName service : options.services()) {
            show(service, desk.ask(service, letters -> letters.list(filter, skip, limit)));
        }
        return 0;
    }

    private void show(ServiceName service, LetterPage page) {
        desk.terminal()
                .say("%s.dead: %d waiting".formatted(service.text(), page.look().waiting()));
        sayExpired(desk, page.look());
        if (!page.letters().isEmpty()) {
            desk.terminal().say(ROW.formatted("died", "queue", "reason", "tries", "type", "bytes", "id"));
        }
        for (Letter letter : page.letters()) {
            desk.terminal()
                    .say(ROW.formatted(
                            Objects.toString(letter.diedAt(), "-"),
                            letter.queue(),
                            letter.reason(),
                            letter.tries(),
                            letter.type(),
                            letter.bytes(),
                            letter.id()));
        }
        if (page.next() != null) {
            desk.terminal()
                    .say("  more: ./viva dlq list --service %s --skip %d".formatted(service.text(), page.next()));
        } else if (!page.look().complete()) {
            desk.terminal().say(outOfReach(page.look()));
        }
    }

    static void sayExpired(LetterDesk desk, Look look) {
        if (look.expired() > 0) {
            desk.terminal().say("  %d commands whose time was over were dropped".formatted(look.expired()));
        }
    }

    static String outOfReach(Look look) {
        return "  only the oldest %d were looked at; replay or drop some of them to reach the rest"
                .formatted(look.looked());
    }
}
