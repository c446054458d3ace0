package viva.life.activity;

import viva.life.need.Regime;

/** Asleep, until sleep pressure says otherwise. */
public record Sleeping() implements Activity {
    public Idle wake() {
        return new Idle();
    }

    @Override
    public long until() {
        return Long.MAX_VALUE;
    }

    @Override
    public String label() {
        return "sleeping";
    }

    @Override
    public Regime regime() {
        return Regime.ASLEEP;
    }
}
