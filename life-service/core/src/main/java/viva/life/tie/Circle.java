package viva.life.tie;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import viva.contracts.AvatarId;

/**
 * The people an avatar has in mind: the closest ones and those it would like to meet. Immutable; what it does not hold is known to the
 * relationship service all the same.
 */
public final class Circle {
    /** As many as people keep in close touch with (Dunbar 2010: about 15 in the sympathy group); when it is full, the least close is forgotten. */
    public static final int MOST = 16;

    /** How many of them may be people it has only heard of. */
    static final int MOST_PROSPECTS = 4;

    public static final Circle EMPTY = new Circle(new Tie[0]);

    private final Tie[] ties;

    /** Kept because every tick asks for it: a look at each tie waits for memory. */
    private final boolean romantic;

    private Circle(Tie[] ties) {
        this.ties = ties;
        this.romantic = Arrays.stream(ties).anyMatch(tie -> tie.status().isRomantic());
    }

    /**
     * A circle of these.
     *
     * @throws IllegalArgumentException when there are more than {@value #MOST}
     */
    public static Circle of(List<Tie> ties) {
        if (ties.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " ties: got " + ties.size());
        }
        return ties.isEmpty() ? EMPTY : new Circle(ties.toArray(Tie[]::new));
    }

    public List<Tie> ties() {
        return List.of(ties);
    }

    public int size() {
        return ties.length;
    }

    /** Whether one of the ties is about love, hoped for or returned. */
    public boolean isRomantic() {
        return romantic;
    }

    /** The {@code index}th, in the order in which they were met; a loop over them costs no list. */
    public Tie get(int index) {
        return ties[index];
    }

    public Optional<Tie> find(AvatarId other) {
        int index = indexOf(other);
        return index < 0 ? Optional.empty() : Optional.of(ties[index]);
    }

    /** What is known of {@code other}, or that nothing is. */
    public Tie of(AvatarId other) {
        return find(other).orElseGet(() -> Tie.stranger(other));
    }

    /** With this tie in place of what was known; older news of a bond change nothing. */
    public Circle with(Tie tie) {
        int index = indexOf(tie.other());
        if (index >= 0) {
            if (tie.version() < ties[index].version()) {
                return this;
            }
            Tie[] changed = ties.clone();
            changed[index] = tie;
            return new Circle(changed);
        }
        if (tie.isProspect() && prospects() >= MOST_PROSPECTS) {
            return this;
        }
        Tie[] more = Arrays.copyOf(ties, ties.length + 1);
        more[ties.length] = tie;
        return new Circle(more.length > MOST ? without(more, leastClose(more)) : more);
    }

    /** Without somebody who is gone. */
    public Circle without(AvatarId other) {
        int index = indexOf(other);
        return index < 0 ? this : new Circle(without(ties, index));
    }

    /** How little room close people leave for loneliness, in [0, 1]: the closest three count. */
    public double support() {
        double first = 0;
        double second = 0;
        double third = 0;
        for (Tie tie : ties) {
            double warm = Math.max(0, tie.warmth()) * tie.trust();
            if (warm > first) {
                third = second;
                second = first;
                first = warm;
            } else if (warm > second) {
                third = second;
                second = warm;
            } else if (warm > third) {
                third = warm;
            }
        }
        return Math.min(1, .6 * first + .3 * second + .2 * third);
    }

    private int prospects() {
        int count = 0;
        for (Tie tie : ties) {
            count += tie.isProspect() ? 1 : 0;
        }
        return count;
    }

    private int indexOf(AvatarId other) {
        for (int i = 0; i < ties.length; i++) {
            if (ties[i].isAbout(other)) {
                return i;
            }
        }
        return -1;
    }

    private static int leastClose(Tie[] ties) {
        int least = 0;
        for (int i = 1; i < ties.length - 1; i++) {
            if (ties[i].closeness() < ties[least].closeness()) {
                least = i;
            }
        }
        return least;
    }

    private static Tie[] without(Tie[] ties, int index) {
        Tie[] fewer = new Tie[ties.length - 1];
        System.arraycopy(ties, 0, fewer, 0, index);
        System.arraycopy(ties, index + 1, fewer, index, fewer.length - index);
        return fewer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Circle that && Arrays.equals(ties, that.ties);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ties);
    }

    @Override
    public String toString() {
        return Arrays.toString(ties);
    }
}
