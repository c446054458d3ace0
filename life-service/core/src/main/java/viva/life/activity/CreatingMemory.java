package viva.life.activity;

import viva.life.need.Regime;

/** Settling an insight into memory. */
public record CreatingMemory(long until) implements Activity {
    public Idle store() {
        return Idle.SHARED;
    }

    @Override
    public String label() {
        return "creating_memory";
    }

    @Override
    public Regime regime() {
        return Regime.RESTING;
    }
}
