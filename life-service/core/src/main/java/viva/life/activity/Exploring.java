package viva.life.activity;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.life.need.Regime;

/** Out for something new. */
public record Exploring(long until) implements Activity {
    /** It came across somebody compatible. */
    public MatchDiscovered discover(AvatarId match, long until) {
        Objects.requireNonNull(match, "match");
        return new MatchDiscovered(match, until);
    }

    /** It saw something new, and nobody to match with. */
    public Idle comeHome() {
        return Idle.SHARED;
    }

    @Override
    public String label() {
        return "exploring";
    }

    @Override
    public Regime regime() {
        return Regime.EXPLORING;
    }
}
