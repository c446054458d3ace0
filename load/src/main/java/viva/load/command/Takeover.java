package viva.load.command;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.contracts.ShardId;
import viva.load.measure.LifeMetrics;
import viva.load.measure.Observation;
import viva.load.report.Report;
import viva.load.town.Town;
import viva.local.service.ServiceName;
import viva.local.service.ServiceReplica;

/** Two processes share a world; one is killed, and the time is taken until the other one lives all of it. */
@Command(name = "takeover", description = "One of two life processes is killed.", mixinStandardHelpOptions = true)
public final class Takeover extends Bench {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    @Option(names = "--world", defaultValue = "08:00", description = "When it begins (${DEFAULT-VALUE}).")
    private LocalTime begin;

    @Option(names = "--before", defaultValue = "40", description = "Real seconds that both live (${DEFAULT-VALUE}).")
    private int before;

    @Option(names = "--after", defaultValue = "60", description = "Real seconds to look on (${DEFAULT-VALUE}).")
    private int after;

    @Override
    Map<String, String> environment() {
        return Map.of("VIVA_COMPANY_ENABLED", "false");
    }

    @Override
    void measure(Town town, Report report) {
        prepare(town, TownOptions.at(begin), List.of());
        ServiceReplica first = town.lives().getFirst();
        terminal.step("Second life", "shares", () -> {
            ServiceReplica second = town.start(ServiceName.LIFE);
            await(
                    "half of the shards",
                    () -> LifeMetrics.of(second.management()).shardsLiving() == ShardId.COUNT / 2);
            await("the other half", () -> LifeMetrics.of(first.management()).shardsLiving() == ShardId.COUNT / 2);
        });
        town.clock().run();
        new Observation(town, LOOK_EVERY, terminal::say).during(Duration.ofSeconds(before));
        double orphans = LifeMetrics.of(first.management()).residents();
        long killed = System.nanoTime();
        town.kill(first);
        terminal.say("Killed the first of two.");
        await("a shard of the dead", () -> Observation.living(town) > ShardId.COUNT / 2);
        double claimed = (System.nanoTime() - killed) / 1e9;
        await("every shard", () -> Observation.living(town) == ShardId.COUNT);
        double living = (System.nanoTime() - killed) / 1e9;
        terminal.say("All live again.");
        Observation seen = new Observation(town, LOOK_EVERY, terminal::say).during(Duration.ofSeconds(after));
        report.with("avatars_taken_over", orphans)
                .with("first_shard_lives_after_seconds", claimed)
                .with("every_shard_lives_after_seconds", living)
                .with("afterwards", seen);
    }
}
