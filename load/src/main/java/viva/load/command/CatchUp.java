package viva.load.command;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.load.measure.Moment;
import viva.load.measure.Span;
import viva.load.report.Report;
import viva.load.town.Town;

/** Lets a world stand for hours and then measures how fast it makes up for them. Its clock stands at the end, so nothing new comes due meanwhile. */
@Command(name = "catch-up", description = "A world makes up for hours of downtime.", mixinStandardHelpOptions = true)
public final class CatchUp extends Bench {
    private static final double HOURS_PER_DAY = 24;

    /** Real time without a tick after which nobody has anything to make up for. */
    private static final Duration STILL = Duration.ofSeconds(3);

    @Option(names = "--world", defaultValue = "08:00", description = "When the world stops (${DEFAULT-VALUE}).")
    private LocalTime begin;

    @Option(names = "--hours", defaultValue = "4", description = "World hours of downtime (${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--company", description = "Avatars meet and talk; otherwise nobody ever finds a partner.")
    private boolean company;

    @Override
    Map<String, String> environment() {
        return Map.of("VIVA_COMPANY_ENABLED", Boolean.toString(company));
    }

    @Override
    void measure(Town town, Report report) {
        prepare(town, TownOptions.at(begin), List.of());
        Moment before = Moment.of(town);
        town.clock().standAt(TownOptions.at(begin).plus(Duration.ofHours(hours)));
        await("the first tick", () -> Moment.lives(town).ticks() > before.life().ticks());
        Moment after = caughtUp(town);
        Span whole = new Span(before, after);
        double days = options.avatars * hours / HOURS_PER_DAY;
        report.with("world_hours", hours)
                .with("seconds", whole.seconds())
                .with("ticks", whole.ticks())
                .with("ticks_per_second", whole.perSecond(whole.ticks()))
                .with("avatar_days", days)
                .with("avatar_days_per_second", whole.perSecond(days))
                .with("rows_per_second", whole.perSecond(whole.rows()))
                .with("processors_busy", whole.processors());
    }

    private Moment caughtUp(Town town) {
        Moment last = Moment.of(town);
        long progress = System.nanoTime();
        while (System.nanoTime() - progress < STILL.toNanos()) {
            pause(250);
            if (Moment.lives(town).ticks() > last.life().ticks()) {
                last = Moment.of(town);
                progress = System.nanoTime();
            }
        }
        return last;
    }
}
