package viva.relationship.bond;

import viva.contracts.WorldTime;

/**
 * The edges of the status machine that an encounter can take: at most one at a time, so nobody leaps from strangers to friends.
 * With unchanged numbers the statuses come to rest: no edge leads back over thresholds that led here.
 */
record StatusRules(Bond bond, WorldTime at, BondParameters parameters) {
    Status next() {
        return switch (bond.status()) {
            case STRANGERS -> parameters.acquaintances().isReachedBy(familiarity()) ? Status.ACQUAINTANCES : stay();
            case ACQUAINTANCES -> fromAcquaintances();
            case FRIENDS -> fromFriendship(parameters.friends(), Status.ACQUAINTANCES, Status.CLOSE_FRIENDS);
            case CLOSE_FRIENDS -> fromFriendship(parameters.closeFriends(), Status.FRIENDS, Status.BEST_FRIENDS);
            case BEST_FRIENDS -> fromFriendship(parameters.bestFriends(), Status.CLOSE_FRIENDS, stay());
            case CRUSH -> fromCrush();
            case MUTUAL_CRUSH -> fromMutualCrush();
            case DATING -> fromDating();
            case PARTNERS -> fromPartners();
            case COMPLICATED -> fromComplicated();
            case EX -> fromEx();
        };
    }

    private Status fromAcquaintances() {
        if (parameters.acquaintances().isLostBy(familiarity())) {
            return Status.STRANGERS;
        }
        return parameters.friends().isReachedBy(familiarity(), bond.warmth()) ? Status.FRIENDS : stay();
    }

    private Status fromFriendship(Rung here, Status below, Status above) {
        if (isStrained()) {
            return Status.COMPLICATED;
        }
        if (parameters.attraction().isReachedBy(bond.strongerAttraction())) {
            return Status.CRUSH;
        }
        if (here.isLostBy(familiarity(), bond.warmth())) {
            return below;
        }
        Rung next = above == Status.CLOSE_FRIENDS ? parameters.closeFriends() : parameters.bestFriends();
        return next.isReachedBy(familiarity(), bond.warmth()) ? above : stay();
    }

    private Status fromCrush() {
        if (isStrained()) {
            return Status.COMPLICATED;
        }
        if (parameters.attraction().isReachedBy(bond.weakerAttraction())) {
            return Status.MUTUAL_CRUSH;
        }
        return parameters.attraction().isLostBy(bond.strongerAttraction()) ? Status.FRIENDS : stay();
    }

    private Status fromMutualCrush() {
        if (isStrained()) {
            return Status.COMPLICATED;
        }
        return parameters.attraction().isLostBy(bond.weakerAttraction()) ? Status.CRUSH : stay();
    }

    private Status fromDating() {
        WorldTime since = bond.standing().committedSince();
        if (isCollapsed()) {
            return Status.EX;
        }
        if (isStrained()) {
            return Status.COMPLICATED;
        }
        return since != null && at.hoursSince(since) >= parameters.commitmentHours() ? Status.PARTNERS : stay();
    }

    private Status fromPartners() {
        if (isCollapsed()) {
            return Status.EX;
        }
        return isStrained() ? Status.COMPLICATED : stay();
    }

    private Status fromComplicated() {
        if (familiarity() < parameters.drift() || bond.warmth() < parameters.cold()) {
            return Status.STRANGERS;
        }
        if (!bond.shared().affect().isRepaired()) {
            return stay();
        }
        return bond.standing().previous().isCouple() ? Status.DATING : Status.FRIENDS;
    }

    private Status fromEx() {
        if (familiarity() < parameters.drift()) {
            return Status.STRANGERS;
        }
        boolean cooled = at.hoursSince(bond.standing().since()) >= parameters.coolDownHours();
        boolean friendly = parameters.friends().isReachedBy(familiarity(), bond.warmth());
        return cooled && friendly && bond.shared().affect().isRepaired() ? Status.FRIENDS : stay();
    }

    private Status stay() {
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
