package viva.life.mind;

import viva.contracts.BondStatus;
import viva.contracts.EndReason;
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
    static EndReason unable(Draft mind) {
        if (mind.sleep.asleep()) {
            return EndReason.ASLEEP;
        }
        if (mind.activity instanceof InConversation) {
            return EndReason.IN_CONVERSATION;
        }
        return mind.energyNow() < EXHAUSTED ? EndReason.EXHAUSTED : null;
    }

    /** Why it declines an invitation, or null when it accepts. */
    static EndReason declines(Draft mind, Input.Invited invited) {
        EndReason unable = unable(mind);
        if (unable != null) {
            return unable;
        }
        EndReason crossed = crossing(mind, invited);
        if (crossed != null || invited.urged()) {
            return crossed;
        }
        EndReason busy = switch (mind.activity) {
            case Exploring _ -> EndReason.EXPLORING;
            case Reflecting _, CreatingMemory _ -> EndReason.REFLECTING;
            case MatchDiscovered _ -> EndReason.DISTRACTED;
            case Idle _, Thinking _, Socializing _, InConversation _, Sleeping _ -> null;
        };
        return busy == null ? unwilling(mind, invited) : busy;
    }

    /** When two invitations cross, the lower conversation id wins (life-model section 6). */
    private static EndReason crossing(Draft mind, Input.Invited invited) {
        boolean waits = mind.activity instanceof Socializing socializing
                && invited.host().equals(socializing.invited())
                && socializing
                                .conversation()
                                .value()
                                .compareTo(invited.conversation().value())
                        < 0;
        return waits ? EndReason.ASKED_FIRST : null;
    }

    private static EndReason unwilling(Draft mind, Input.Invited invited) {
        if (Schedule.bedtime(mind) - mind.now < NEAR_BED * Draft.MILLIS_PER_MINUTE) {
            return EndReason.GOING_TO_BED;
        }
        Tie tie = mind.relations.circle().of(invited.host());
        double luck = mind.chance.uniform(mind.tick, Purpose.INVITATION);
        boolean estranged = tie.status() == BondStatus.COMPLICATED || tie.status() == BondStatus.EX;
        if (estranged && luck > .25 + .5 * mind.temperament.agreeableness() * tie.trust()) {
            return EndReason.HURT;
        }
        NeedLevels needs = mind.needsNow();
        boolean introvert = mind.temperament.extraversion() < luck;
        if (needs.social() > FULL && introvert && tie.warmth() < .5) {
            return EndReason.WANTS_TO_BE_ALONE;
        }
        boolean low = mind.feelingsNow().mood() < -.5;
        return low && tie.warmth() < .4 && luck > .6 ? EndReason.NOT_IN_THE_MOOD : null;
    }

    /** Whether a refusal is about the one who asked, so that it hurts. */
    static boolean isPersonal(EndReason reason) {
        return switch (reason) {
            case HURT, WANTS_TO_BE_ALONE, NOT_IN_THE_MOOD -> true;
            case GOODBYE,
                    CUT_SHORT,
                    OWNER_ENDED,
                    PARTNER_GONE,
                    PARTNER_RESTS,
                    PARTED,
                    NO_LONGER_WAITING,
                    GONE,
                    RESTING,
                    NOT_AVAILABLE,
                    BLOCKED,
                    TOO_LATE,
                    NO_ANSWER,
                    ASLEEP,
                    IN_CONVERSATION,
                    EXHAUSTED,
                    ASKED_FIRST,
                    EXPLORING,
                    REFLECTING,
                    DISTRACTED,
                    GOING_TO_BED,
                    OTHER -> false;
        };
    }
}
