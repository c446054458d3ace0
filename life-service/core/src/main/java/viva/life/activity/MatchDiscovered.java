package viva.life.activity;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.life.need.Regime;

/** It came across somebody compatible and takes note of them. */
public record MatchDiscovered(AvatarId match, long until) implements Activity {
    public MatchDiscovered {
        Objects.requireNonNull(match, "match");
    }

    public Idle record() {
        return Idle.SHARED;
    }

    @Override
    public boolean involves(AvatarId other) {
        return other.equals(match);
    }

    @Override
    public String label() {
        return "match_discovered";
    }

    @Override
    public Regime regime() {
        return Regime.ALERT;
    }
}
