package viva.life.activity;

import viva.life.need.Regime;

/** Resting and turning things over; it ends in an insight. */
public record Reflecting(long until) implements Activity {
    public CreatingMemory gainInsight(long until) {
        return new CreatingMemory(until);
    }

    @Override
    public String label() {
        return "reflecting";
    }

    @Override
    public Regime regime() {
        return Regime.RESTING;
    }
}
