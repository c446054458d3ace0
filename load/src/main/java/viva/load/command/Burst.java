package viva.load.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.load.burst.AllAtOnce;
import viva.load.burst.Doors;
import viva.load.burst.Guest;
import viva.load.report.Report;
import viva.local.terminal.Terminal;

/** What a running world does when everybody comes at once: sockets that join, messages, matches and bonds. */
@Command(name = "burst", description = "Sockets, messages and questions all at once, to a world that runs.")
public final class Burst implements Callable<Integer> {
    @Option(names = "--gateway", description = "Where the world is.")
    private URI gateway = URI.create("http://localhost:4000");

    @Option(names = "--owners", description = "Owners, each with an avatar.")
    private int owners = 50;

    @Option(names = "--sockets", description = "Sockets that are opened and joined at once.")
    private int sockets = 1_000;

    @Option(names = "--writes", description = "Messages that are sent at once.")
    private int writes = 500;

    @Option(names = "--reads", description = "Matches that are asked for at once, and then bonds.")
    private int reads = 200;

    @Option(names = "--out", description = "Where the figures go.")
    private Path out = Path.of("burst.json");

    private final Terminal terminal = Terminal.ofThisProcess();

    @Override
    public Integer call() {
        Doors doors = new Doors(gateway);
        terminal.say("Inviting %d owners; the gateway lets 30 a minute in from one address.".formatted(owners));
        List<Guest> guests =
                IntStream.range(0, owners).mapToObj(i -> doors.invite()).toList();
        List<String> tokens = guests.stream().map(doors::socketToken).toList();
        Report report = new Report()
                .with("owners", owners)
                .with("processors", Runtime.getRuntime().availableProcessors());
        note(report, "writes", AllAtOnce.of(writes, i -> doors.say(one(guests, i), "Hello, it is me.")));
        note(report, "matches", AllAtOnce.of(reads, i -> doors.get(one(guests, i), "matches")));
        note(report, "relationships", AllAtOnce.of(reads, i -> doors.get(one(guests, i), "relationships")));
        note(report, "sockets", AllAtOnce.of(sockets, i -> doors.join(one(guests, i), one(tokens, i))));
        report.write(out);
        terminal.say(report.text());
        return 0;
    }

    private static void note(Report report, String what, AllAtOnce seen) {
        report.with(what, seen.outcomes())
                .with(what + "_p50_millis", seen.percentile(.5))
                .with(what + "_p99_millis", seen.percentile(.99))
                .with(what + "_last_millis", seen.percentile(1));
    }

    private static <T> T one(List<T> all, int number) {
        return all.get(number % all.size());
    }
}
