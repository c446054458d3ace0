package viva.life.tie;

import java.util.Objects;

/**
 * Everybody who means something to an avatar: other avatars, and its owner.
 *
 * @param ownerAtMillis world milliseconds of the owner's last word or visit; {@link #NEVER} before the first
 * @param reachedOutMillis since when the avatar waits to be heard before it writes first again; {@link #NEVER} when it may do so
 */
public record Relations(Circle circle, long ownerAtMillis, long reachedOutMillis) {
    public static final long NEVER = Long.MIN_VALUE;

    /** A newborn's; shared, so that solitary minds need no object of their own. */
    public static final Relations NONE = new Relations(Circle.EMPTY, NEVER, NEVER);

    public Relations {
        Objects.requireNonNull(circle, "circle");
    }

    public Relations with(Circle changed) {
        return changed.equals(circle) ? this : new Relations(changed, ownerAtMillis, reachedOutMillis);
    }

    /** The owner was here: whatever the avatar wrote was seen. */
    public Relations ownerCame(long at) {
        return new Relations(circle, Math.max(ownerAtMillis, at), NEVER);
    }

    public Relations reachedOut(long at) {
        return new Relations(circle, ownerAtMillis, at);
    }
}
