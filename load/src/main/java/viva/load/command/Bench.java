package viva.load.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Mixin;
import viva.contracts.WorldTime;
import viva.load.measure.Moment;
import viva.load.report.Report;
import viva.load.town.Town;
import viva.local.service.ServiceName;
import viva.local.terminal.Terminal;
import viva.platform.servers.ServerFailure;

/** What all benchmarks do alike: build a town, measure it, tell, and stop everything again, also after Ctrl-C. */
abstract class Bench implements Callable<Integer> {
    @Mixin
    final TownOptions options = new TownOptions();

    final Terminal terminal = Terminal.ofThisProcess();

    /** What the services are told. */
    abstract Map<String, String> environment();

    /** Measures and notes the figures. */
    abstract void measure(Town town, Report report);

    @Override
    public Integer call() {
        Town town = options.town(environment());
        Thread ending = new Thread(town::close);
        Runtime.getRuntime().addShutdownHook(ending);
        Report report = new Report()
                .with("avatars", options.avatars)
                .with("scale", options.scale)
                .with("heap_megabytes", options.heapMegabytes)
                .with("environment", environment())
                .with("processors", Runtime.getRuntime().availableProcessors());
        measure(town, report);
        report.write(options.out(town));
        terminal.say("");
        terminal.say(report.text());
        terminal.say("All figures: " + options.out(town));
        return 0;
    }

    /** Servers, avatars that have lived until {@code begin}, other services, and one life process that has read them all; time stands still. */
    void prepare(Town town, WorldTime begin, List<ServiceName> others) {
        terminal.step("Servers", "ready", town::found);
        terminal.step("Avatars", "settled", () -> town.settle(options.avatars, begin));
        if (others.contains(ServiceName.MATCHMAKER)) {
            terminal.step("Registers", "filled", town::register);
        }
        others.forEach(service -> terminal.step(service.text(), "ready", () -> town.start(service)));
        terminal.step("Life", "ready", () -> {
            town.start(ServiceName.LIFE);
            await("all avatars live", () -> Moment.lives(town).residents() >= options.avatars);
        });
    }

    static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + 600_000_000_000L;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new ServerFailure("In vain for ten minutes: " + what);
            }
            pause(100);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted", e);
        }
    }
}
