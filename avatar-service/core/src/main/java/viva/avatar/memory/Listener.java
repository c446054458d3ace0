package viva.avatar.memory;

import viva.contracts.Audience;
import viva.contracts.AvatarId;

/** Whom an avatar tells something, and so which memories it may tell. */
public sealed interface Listener {
    /** Its owner. */
    record Owner() implements Listener {}

    /** Another avatar. */
    record Partner(AvatarId id) implements Listener {}

    /** Everybody: what is public. */
    record Everybody() implements Listener {}

    /** Whether a memory may be told. The one place that decides this. */
    default boolean mayHear(Audience audience, Iterable<AvatarId> with) {
        return switch (this) {
            case Owner() -> true;
            case Partner(AvatarId id) ->
                switch (audience) {
                    case OWNER -> false;
                    case PAIR -> contains(with, id);
                    case ANYONE -> true;
                };
            case Everybody() -> audience == Audience.ANYONE;
        };
    }

    private static boolean contains(Iterable<AvatarId> with, AvatarId id) {
        for (AvatarId one : with) {
            if (one.equals(id)) {
                return true;
            }
        }
        return false;
    }
}
