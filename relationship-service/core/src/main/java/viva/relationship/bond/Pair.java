package viva.relationship.bond;

import viva.contracts.AvatarId;

/** Two different avatars, in the order of their ids' text, so that each pair has one form. */
public record Pair(AvatarId first, AvatarId second) {
    public Pair {
        if (first.toString().compareTo(second.toString()) >= 0) {
            throw new IllegalArgumentException("must be two different avatars in order: " + first + ", " + second);
        }
    }

    /**
     * The pair of two avatars given in any order.
     *
     * @throws IllegalArgumentException when both are the same
     */
    public static Pair of(AvatarId one, AvatarId other) {
        return one.toString().compareTo(other.toString()) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /**
     * The side on which an avatar stands.
     *
     * @throws IllegalArgumentException when it is not one of the two
     */
    public Side sideOf(AvatarId avatar) {
        if (avatar.equals(first)) {
            return Side.FIRST;
        }
        if (avatar.equals(second)) {
            return Side.SECOND;
        }
        throw new IllegalArgumentException("not of this pair: " + avatar);
    }

    /** The avatar that stands on a side. */
    public AvatarId on(Side side) {
        return switch (side) {
            case FIRST -> first;
            case SECOND -> second;
        };
    }
}
