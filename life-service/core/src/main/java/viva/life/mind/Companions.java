package viva.life.mind;

import java.util.Optional;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.WorldTime;
import viva.life.activity.Socializing;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;
import viva.life.temperament.Temperament;
import viva.life.tie.Circle;
import viva.life.tie.Tie;

/** Whom an avatar turns to: drawn by how much they mean to it and how long they were apart. The weights are ours. */
final class Companions {
    /** Somebody just met is not asked again within this many world hours. */
    private static final double JUST_MET = 3;

    /** After this many world hours apart nobody is missed more than that. */
    private static final double LONG_APART = 72;

    /** After this many world hours somebody in love wants to see the other again. */
    private static final double LONGING_HOURS = 16;

    /** From this attraction on it is a matter of the heart. */
    private static final double IN_LOVE = .45;

    /** Good enough a match to be struck by. */
    private static final double STRIKING = .45;

    /** World hours before one is struck by the same person again. */
    private static final double STRUCK_AGAIN = 48;

    private Companions() {}

    /** Asks somebody, but not {@code refused} again. */
    static void seek(Draft mind, AvatarId refused) {
        if (!(mind.activity instanceof Socializing socializing)) {
            return;
        }
        AvatarId partner = choose(mind, refused);
        ask(mind, socializing, partner, conversationOf(mind), false);
    }

    static void ask(Draft mind, Socializing socializing, AvatarId partner, ConversationId conversation, boolean urged) {
        mind.become(socializing.invite(partner, conversation, urged));
        mind.want(
                new Intent.SeekCompany(mind.time(), new WorldTime(socializing.until()), partner, conversation, urged));
    }

    /** Null: whoever is there. */
    private static AvatarId choose(Draft mind, AvatarId refused) {
        Circle circle = mind.relations.circle();
        double stranger = openToStrangers(mind.temperament, circle);
        double total = stranger;
        double[] weights = new double[circle.size()];
        for (int i = 0; i < weights.length; i++) {
            Tie tie = circle.get(i);
            weights[i] = tie.other().equals(refused) ? 0 : weight(mind, tie);
            total += weights[i];
        }
        double left = mind.chance.uniform(mind.tick, Purpose.PARTNER) * total;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return circle.get(i).other();
            }
        }
        return null;
    }

    private static double weight(Draft mind, Tie tie) {
        double apart = tie.hoursApart(mind.now);
        if (apart < JUST_MET) {
            return .02;
        }
        double missed = .5 + Math.min(apart, LONG_APART) / LONG_APART;
        double love = tie.status().isRomantic() ? 2 * tie.attraction() : 0;
        double crush = mind.desire == Desire.WANTS_TO_SEE_CRUSH && tie.status().isRomantic() ? 3 : 1;
        double liked = Math.max(.03, .3 + tie.warmth() + tie.affection() + love);
        return (tie.isProspect() ? .8 * tie.score() * (.4 + mind.temperament.openness()) : liked) * missed * crush;
    }

    /** The outgoing and the open more than others, and all the less the more people they know. */
    private static double openToStrangers(Temperament self, Circle circle) {
        double outgoing = .2 + .5 * self.extraversion() + .5 * self.openness();
        return Math.max(.05, outgoing * (1 - (double) circle.size() / Circle.MOST));
    }

    /** A conversation's id follows from who asks and when in its life: asking twice is asking once. */
    private static ConversationId conversationOf(Draft mind) {
        Chance chance = mind.chance;
        long high = chance.bits(mind.tick, Purpose.CONVERSATION_ID);
        long low = chance.bits(~mind.tick, Purpose.CONVERSATION_ID);
        long version8 = (high & ~0xf000L) | 0x8000L;
        return new ConversationId(new UUID(version8, (low >>> 2) | 0x8000_0000_0000_0000L));
    }

    /** How much it misses whom it loves, on the scale of the other desires. */
    static double longing(Draft mind) {
        Circle circle = mind.relations.circle();
        double most = 0;
        for (int i = 0; circle.isRomantic() && i < circle.size(); i++) {
            Tie tie = circle.get(i);
            if (tie.status().isRomantic() && tie.attraction() >= IN_LOVE) {
                double apart = Math.min(tie.hoursApart(mind.now), LONG_APART);
                most = Math.max(most, tie.attraction() * (apart - LONGING_HOURS) / LONGING_HOURS);
            }
        }
        return most;
    }

    /** Somebody well matched whom it only knows from hearsay, and was not struck by lately. */
    static Optional<Tie> comeAcross(Draft mind) {
        Circle circle = mind.relations.circle();
        Tie best = null;
        for (int i = 0; i < circle.size(); i++) {
            Tie tie = circle.get(i);
            boolean struck = tie.isProspect() && tie.score() >= STRIKING && tie.hoursApart(mind.now) >= STRUCK_AGAIN;
            if (struck && tie.status() == BondStatus.STRANGERS && (best == null || tie.score() > best.score())) {
                best = tie;
            }
        }
        return Optional.ofNullable(best);
    }
}
