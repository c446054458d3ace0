package viva.life.mind;

import viva.contracts.BondStatus;
import viva.life.appraisal.Appraisal;
import viva.life.appraisal.Appraiser;
import viva.life.tie.Circle;
import viva.life.tie.Tie;
import viva.life.tie.Warmth;

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
        BondStatus before = before(tied, known);
        if (next.status() != before) {
            Appraisal turn = turn(before, next.status());
            mind.feel(Appraiser.feel(turn, mind.temperament), turn.importance());
        }
        Desires.update(mind);
    }

    /** Somebody whom a full circle had forgotten is no stranger for that: then it is told what they were. */
    private static BondStatus before(Input.Tied tied, Tie known) {
        return known.isProspect() && tied.previous() != null ? tied.previous() : known.status();
    }

    /** For good, nothing of them stays in mind; who only rests is no prospect, and a friend is not asked again at once. */
    static void leave(Draft mind, Input.Left left) {
        Meeting.lose(mind, left.other(), left.forGood());
        Circle circle = mind.relations.circle();
        Tie known = circle.of(left.other());
        if (left.forGood() || known.isProspect()) {
            mind.relations = mind.relations.with(circle.without(left.other()));
            if (known.warmth() > 0) {
                Appraisal loss = turn(known.status(), BondStatus.STRANGERS);
                mind.feel(Appraiser.feel(loss, mind.temperament), loss.importance());
            }
        } else {
            mind.relations = mind.relations.with(circle.with(known.met(mind.now)));
        }
        Desires.update(mind);
    }

    /** Closer is good, further away is bad, and what has to do with love is both more. */
    private static Appraisal turn(BondStatus from, BondStatus to) {
        double step = Warmth.of(to) - Warmth.of(from);
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

    /** Numbers from elsewhere are kept in range; one that is no number is nothing. */
    private static float share(double value) {
        return Double.isNaN(value) ? 0 : (float) Math.clamp(value, 0.0, 1.0);
    }
}
