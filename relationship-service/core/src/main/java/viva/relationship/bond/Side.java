package viva.relationship.bond;

/** Which of the two avatars of a {@link Pair}. */
public enum Side {
    FIRST,
    SECOND;

    public Side other() {
        return switch (this) {
            case FIRST -> SECOND;
            case SECOND -> FIRST;
        };
    }
}
