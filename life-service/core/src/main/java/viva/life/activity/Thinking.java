package viva.life.activity;

import viva.life.need.Regime;

/** Weighing what to do next. */
public record Thinking(long until) implements Activity {
    public Socializing socialize(long until) {
        return Socializing.about(until);
    }

    public Reflecting reflect(long until) {
        return new Reflecting(until);
    }

    public Exploring explore(long until) {
        return new Exploring(until);
    }

    /** All needs are met, or nothing is worth the effort. */
    public Idle letBe() {
        return Idle.SHARED;
    }

    @Override
    public String label() {
        return "thinking";
    }

    @Override
    public Regime regime() {
        return Regime.ALERT;
    }
}
