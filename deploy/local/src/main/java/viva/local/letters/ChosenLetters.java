package viva.local.letters;

import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import viva.local.service.ServiceName;
import viva.platform.letters.DeadLetters;
import viva.platform.letters.LetterFilter;
import viva.platform.letters.Settled;
import viva.platform.servers.ServerFailure;

/** Letters to replay or to drop: by an id, by conditions, or all of them when that is said. */
final class ChosenLetters {
    /** Letters of one walk through a queue; the next one begins at the oldest letter again. */
    private static final int AT_ONCE = 1_000;

    @Parameters(arity = "0..1", paramLabel = "<id>", description = "One letter, by the id of its event or command.")
    private String id;

    @Mixin
    private LetterOptions options;

    @Option(names = "--all", description = "Every letter, when nothing else says which.")
    private boolean all;

    LetterOptions options() {
        return options;
    }

    /** @throws ServerFailure when nothing says which letters are meant */
    LetterFilter filter() {
        LetterFilter filter = options.filter(id);
        if (filter.isAll() && !all) {
            throw new ServerFailure("Say which letters: an id, --queue, --type, --since, --until, or --all.");
        }
        return filter;
    }

    /**
     * Settles at most {@code most} letters of a service and says what became of them. A letter that dies anew meanwhile is a new one: it
     * waits for the next command.
     *
     * @return whether all of them are settled
     */
    static boolean settle(
            LetterDesk desk,
            ServiceName service,
            long most,
            String done,
            BiFunction<DeadLetters, Integer, Settled> deed) {
        long settled = 0;
        Settled last;
        do {
            int now = Math.toIntExact(Math.min(AT_ONCE, most - settled));
            last = desk.ask(service, letters -> deed.apply(letters, now));
            settled += last.settled();
            ListLetters.sayExpired(desk, last.look());
        } while (last.settled() > 0 && last.stayed() == 0 && settled < most);
        desk.terminal().say("%s.dead: %d %s".formatted(service.text(), settled, done));
        if (last.stayed() > 0) {
            desk.terminal()
                    .say("  %d and perhaps more stay: %s".formatted(last.stayed(), String.join("; ", last.reasons())));
        } else if (settled < most && !last.look().complete()) {
            desk.terminal().say(ListLetters.outOfReach(last.look()));
        }
        return last.stayed() == 0;
    }
}
