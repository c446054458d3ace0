package viva.relationship.bond;

import static viva.relationship.bond.Bonds.PARAMETERS;
import static viva.relationship.bond.Bonds.hour;

import java.util.List;
import java.util.Random;
import viva.contracts.ConversationOutcome;

/** Conversations to have in a test. */
final class Talks {
    /** A nice chat between two who get on: some depth, a joke or two, hardly a cross word. */
    static final ConversationOutcome ORDINARY =
            new ConversationOutcome(8, 0.35, 0.6, 0.6, 0.58, 0, 0.08, 0.3, 0.6, null, -1, null);

    static final ConversationOutcome QUARREL =
            new ConversationOutcome(6, 0.3, 0.2, 0.2, 0.25, 0, 0.7, 0.1, 0.5, null, -1, null);

    static final ConversationOutcome FLIRT =
            new ConversationOutcome(8, 0.4, 0.6, 0.8, 0.8, 0.4, 0, 0.3, 0.7, null, -1, null);

    private Talks() {}

    static Bond talk(Bond bond, ConversationOutcome outcome, double hour) {
        return steps(bond, outcome, hour).getLast().after();
    }

    static List<Evolution> steps(Bond bond, ConversationOutcome outcome, double hour) {
        return bond.meet(new Meeting(Side.FIRST, outcome), hour(hour), PARAMETERS);
    }

    static ConversationOutcome deciding(ConversationOutcome outcome, String turningPoint) {
        return new ConversationOutcome(
                outcome.turns(),
                outcome.depth(),
                outcome.mutualUnderstanding(),
                outcome.hostEnjoyment(),
                outcome.guestEnjoyment(),
                outcome.flirtation(),
                outcome.conflict(),
                outcome.vulnerability(),
                outcome.humorMatch(),
                null,
                -1,
                turningPoint);
    }

    static ConversationOutcome any(Random chance) {
        String[] decisions = {null, null, null, "yes_to_dating", "no_to_dating", "break_up", "elopement"};
        return new ConversationOutcome(
                1 + chance.nextInt(12),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                null,
                -1,
                decisions[chance.nextInt(decisions.length)]);
    }
}
