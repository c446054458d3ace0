package viva.life.activity;

import viva.life.need.Regime;

/** Asleep, until sleep pressure says otherwise. */
public record Sleeping() implements Activity {
    /** The one instance: at night everybody shares it. */
    static final Sleeping SHARED = new Sleeping();

    public Idle wake() {
        return Idle.SHARED;
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
