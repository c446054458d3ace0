package viva.life.activity;

import viva.life.need.Regime;

/** Doing nothing in particular. Leaves for a check of its needs, or for sleep. */
public record Idle() implements Activity {
    /** The one instance: most minds idle, and one that they share is always at hand. */
    static final Idle SHARED = new Idle();

    public Thinking think(long until) {
        return new Thinking(until);
    }

    public Sleeping fallAsleep() {
        return Sleeping.SHARED;
    }

    @Override
    public long until() {
        return Long.MAX_VALUE;
    }

    @Override
    public String label() {
        return "idle";
    }

    @Override
    public Regime regime() {
        return Regime.ALERT;
    }
}
