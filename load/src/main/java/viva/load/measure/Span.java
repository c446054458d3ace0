package viva.load.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What happened between two moments. */
public record Span(Moment from, Moment to) {
    public double seconds() {
        return (to.nanos() - from.nanos()) / 1e9;
    }

    public double ticks() {
        return to.life().ticks() - from.life().ticks();
    }

    public double lateTicks() {
        return to.life().lateTicks() - from.life().lateTicks();
    }

    /** Of a hundred ticks, those that were more than 5 s late. */
    public double latePercent() {
        return ticks() == 0 ? 0 : 100 * lateTicks() / ticks();
    }

    public double perSecond(double amount) {
        return amount / seconds();
    }

    public double rows() {
        return to.database().rows() - from.database().rows();
    }

    public double counted(String name) {
        return to.database().counter(name) - from.database().counter(name);
    }

    public double inputs() {
        return to.life().inputs() - from.life().inputs();
    }

    /** Milliseconds in which the collector stopped everything. */
    public double pausedMillis() {
        return 1000 * (to.life().pauses() - from.life().pauses());
    }

    /** How many processors each process kept busy. */
    public Map<String, Double> processors() {
        Map<String, Double> busy = new TreeMap<>();
        to.processes().forEach((name, use) -> {
            ProcessUse before = from.processes().get(name);
            if (before != null) {
                busy.put(name, (use.cpuSeconds() - before.cpuSeconds()) / seconds());
            }
        });
        return busy;
    }

    /** Megabytes; of several life processes the largest. */
    public double residentMegabytes() {
        return life(ProcessUse::residentMegabytes);
    }

    /** The most megabytes that a life process ever had. */
    public double mostMegabytes() {
        return life(ProcessUse::mostMegabytes);
    }

    private double life(ToDoubleFunction<ProcessUse> what) {
        return to.processes().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("life"))
                .mapToDouble(entry -> what.applyAsDouble(entry.getValue()))
                .max()
                .orElse(0);
    }
}
