package viva.life.mind;

import viva.life.appraisal.Appraisal;
import viva.life.appraisal.Appraiser;
import viva.life.tie.Circle;
import viva.life.tie.Tie;
import viva.life.tie.TieStatus;

/** How a mind takes what becomes of its bonds. */
final class Bonding {
    /** A turn in a bond is among the more important things that happen; ours. */
    private static final double TURN = .6;

    private Bonding() {}

    static void tie(Draft mind, Input.Tied tied) {
        Circle circle = mind.relations.circle();
        Tie known = circle.of(tied.other());
        if (tied.version() <= known.version()) {
            return;
        }
        Tie next = new Tie(
                tied.other(),
                tied.status(),
                share(tied.familiarity()),
                share(tied.trust()),
                share(tied.affection()),
                share(tied.attraction()),
                known.score(),
                tied.version(),
                Math.max(known.metMillis(), tied.at().millis()));
        mind.relations = mind.relations.with(circle.with(next));
        if (next.status() != known.status()) {
            Appraisal turn = turn(known.status(), next.status());
            mind.feel(Appraiser.feel(turn, mind.temperament), turn.importance());
        }
        Desires.update(mind);
    }

    /** Closer is good, further away is bad, and what has to do with love is both more. */
    private static Appraisal turn(TieStatus from, TieStatus to) {
        double step = to.warmth() - from.warmth();
        double love = from.isRomantic() || to.isRomantic() ? 1.5 : 1;
        double desirability = Math.clamp(1.2 * step * love, -1.0, 1.0);
        double importance = Math.min(1, TURN * (.5 + Math.abs(step)) * love);
        double closeness = Math.clamp(.8 * step * love, -1.0, 1.0);
        return new Appraisal(desirability, 1, 0, 0, closeness, .3, importance);
    }

    static void notice(Draft mind, Input.Noticed noticed) {
        Circle circle = mind.relations.circle();
        Tie known = circle.of(noticed.other());
        mind.relations = mind.relations.with(circle.with(known.scored(share(noticed.score()))));
    }

    /** Nobody waits for, longs for or is struck by somebody who is gone. How it feels about that is not told: it does not know why. */
    static void letGo(Draft mind, Input.Bereaved bereaved) {
        Meeting.partFrom(mind, bereaved.gone());
        mind.relations =
                mind.relations.with(mind.relations.circle().without(bereaved.gone()));
        Desires.update(mind);
    }

    /** Numbers from elsewhere are kept in range; one that is no number is nothing. */
    private static float share(double value) {
        return Double.isNaN(value) ? 0 : (float) Math.clamp(value, 0.0, 1.0);
    }
}
