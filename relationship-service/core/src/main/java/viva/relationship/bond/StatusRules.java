package viva.relationship.bond;

import viva.contracts.BondStatus;
import viva.contracts.WorldTime;

/**
 * The edges of the status machine that an encounter can take: at most one at a time, so nobody leaps from strangers to friends.
 * With unchanged numbers the statuses come to rest: no edge leads back over thresholds that led here.
 */
record StatusRules(Bond bond, WorldTime at, BondParameters parameters) {
    BondStatus next() {
        return switch (bond.status()) {
            case STRANGERS -> parameters.acquaintances().isReachedBy(familiarity()) ? BondStatus.ACQUAINTANCES : stay();
            case ACQUAINTANCES -> fromAcquaintances();
            case FRIENDS -> fromFriendship(parameters.friends(), BondStatus.ACQUAINTANCES, BondStatus.CLOSE_FRIENDS);
            case CLOSE_FRIENDS ->
                fromFriendship(parameters.closeFriends(), BondStatus.FRIENDS, BondStatus.BEST_FRIENDS);
            case BEST_FRIENDS -> fromFriendship(parameters.bestFriends(), BondStatus.CLOSE_FRIENDS, stay());
            case CRUSH -> fromCrush();
            case MUTUAL_CRUSH -> fromMutualCrush();
            case DATING -> fromDating();
            case PARTNERS -> fromPartners();
            case COMPLICATED -> fromComplicated();
            case EX -> fromEx();
        };
    }

    private BondStatus fromAcquaintances() {
        if (parameters.acquaintances().isLostBy(familiarity())) {
            return BondStatus.STRANGERS;
        }
        return parameters.friends().isReachedBy(familiarity(), bond.warmth()) ? BondStatus.FRIENDS : stay();
    }

    private BondStatus fromFriendship(Rung here, BondStatus below, BondStatus above) {
        if (isStrained()) {
            return BondStatus.COMPLICATED;
        }
        if (parameters.attraction().isReachedBy(bond.strongerAttraction())) {
            return BondStatus.CRUSH;
        }
        if (here.isLostBy(familiarity(), bond.warmth())) {
            return below;
        }
        Rung next = above == BondStatus.CLOSE_FRIENDS ? parameters.closeFriends() : parameters.bestFriends();
        return next.isReachedBy(familiarity(), bond.warmth()) ? above : stay();
    }

    private BondStatus fromCrush() {
        if (isStrained()) {
            return BondStatus.COMPLICATED;
        }
        if (parameters.attraction().isReachedBy(bond.weakerAttraction())) {
            return BondStatus.MUTUAL_CRUSH;
        }
        return parameters.attraction().isLostBy(bond.strongerAttraction()) ? BondStatus.FRIENDS : stay();
    }

    private BondStatus fromMutualCrush() {
        if (isStrained()) {
            return BondStatus.COMPLICATED;
        }
        return parameters.attraction().isLostBy(bond.weakerAttraction()) ? BondStatus.CRUSH : stay();
    }

    private BondStatus fromDating() {
        WorldTime since = bond.standing().committedSince();
        if (isCollapsed()) {
            return BondStatus.EX;
        }
        if (isStrained()) {
            return BondStatus.COMPLICATED;
        }
        return since != null && at.hoursSince(since) >= parameters.commitmentHours() ? BondStatus.PARTNERS : stay();
    }

    private BondStatus fromPartners() {
        if (isCollapsed()) {
            return BondStatus.EX;
        }
        return isStrained() ? BondStatus.COMPLICATED : stay();
    }

    private BondStatus fromComplicated() {
        if (familiarity() < parameters.drift() || bond.warmth() < parameters.cold()) {
            return BondStatus.STRANGERS;
        }
        if (!bond.shared().affect().isRepaired()) {
            return stay();
        }
        return bond.standing().previous().isCouple() ? BondStatus.DATING : BondStatus.FRIENDS;
    }

    private BondStatus fromEx() {
        if (familiarity() < parameters.drift()) {
            return BondStatus.STRANGERS;
        }
        boolean cooled = at.hoursSince(bond.standing().since()) >= parameters.coolDownHours();
        boolean friendly = parameters.friends().isReachedBy(familiarity(), bond.warmth());
        return cooled && friendly && bond.shared().affect().isRepaired() ? BondStatus.FRIENDS : stay();
    }

    private BondStatus stay() {
        return bond.status();
    }

    private double familiarity() {
        return bond.shared().familiarity().value();
    }

    private boolean isStrained() {
        return bond.shared().affect().isStrained();
    }

    private boolean isCollapsed() {
        return bond.shared().trust().value() < parameters.collapse();
    }
}
