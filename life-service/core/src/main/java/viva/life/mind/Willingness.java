package viva.life.mind;

import viva.life.activity.CreatingMemory;
import viva.life.activity.Exploring;
import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.MatchDiscovered;
import viva.life.activity.Reflecting;
import viva.life.activity.Sleeping;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;
import viva.life.chance.Purpose;
import viva.life.need.NeedLevels;
import viva.life.tie.Tie;
import viva.contracts.BondStatus;

/** Whether an avatar wants to talk, and if not, a reason that it can name. */
final class Willingness {
    /** Below this energy nobody begins a conversation. */
    private static final double EXHAUSTED = 12;

    /** So close to bedtime nobody begins one, world minutes. */
    private static final double NEAR_BED = 20;

    /** A need for company as full as this makes an introvert want to be alone. */
    private static final double FULL = 88;

    private Willingness() {}

    /** What keeps it from any conversation, or null. */
    static String unable(Draft mind) {
        if (mind.sleep.asleep()) {
            return "asleep";
        }
        if (mind.activity instanceof InConversation) {
            return "in_conversation";
        }
        return mind.energyNow() < EXHAUSTED ? "exhausted" : null;
    }

    /** Why it declines an invitation, or null when it accepts. */
    static String declines(Draft mind, Input.Invited invited) {
        String unable = unable(mind);
        if (unable != null) {
            return unable;
        }
        String crossed = crossing(mind, invited);
        if (crossed != null || invited.urged()) {
            return crossed;
        }
        String busy = switch (mind.activity) {
            case Exploring _ -> "exploring";
            case Reflecting _, CreatingMemory _ -> "reflecting";
            case MatchDiscovered _ -> "distracted";
            case Idle _, Thinking _, Socializing _, InConversation _, Sleeping _ -> null;
        };
        return busy == null ? unwilling(mind, invited) : busy;
    }

    /** When two invitations cross, the lower conversation id wins (life-model section 6). */
    private static String crossing(Draft mind, Input.Invited invited) {
        boolean waits = mind.activity instanceof Socializing socializing
                && invited.host().equals(socializing.invited())
                && socializing
                                .conversation()
                                .value()
                                .compareTo(invited.conversation().value())
                        < 0;
        return waits ? "asked_first" : null;
    }

    private static String unwilling(Draft mind, Input.Invited invited) {
        if (Schedule.bedtime(mind) - mind.now < NEAR_BED * Draft.MILLIS_PER_MINUTE) {
            return "going_to_bed";
        }
        Tie tie = mind.relations.circle().of(invited.host());
        double luck = mind.chance.uniform(mind.tick, Purpose.INVITATION);
        boolean estranged = tie.status() == BondStatus.COMPLICATED || tie.status() == BondStatus.EX;
        if (estranged && luck > .25 + .5 * mind.temperament.agreeableness() * tie.trust()) {
            return "hurt";
        }
        NeedLevels needs = mind.needsNow();
        boolean introvert = mind.temperament.extraversion() < luck;
        if (needs.social() > FULL && introvert && tie.warmth() < .5) {
            return "wants_to_be_alone";
        }
        boolean low = mind.feelingsNow().mood() < -.5;
        return low && tie.warmth() < .4 && luck > .6 ? "not_in_the_mood" : null;
    }

    /** Whether a refusal is about the one who asked, so that it hurts. */
    static boolean isPersonal(String reason) {
        return switch (reason) {
            case "hurt", "wants_to_be_alone", "not_in_the_mood" -> true;
            default -> false;
        };
    }
}
