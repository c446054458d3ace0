package viva.life.activity;

import viva.contracts.AvatarId;
import viva.life.need.Regime;

/**
 * What an avatar is doing: one of the nine states of the life cycle. Each state offers only the transitions that leave it, so an
 * illegal one does not compile. States are made by these transitions and by {@link ActivityCodec} alone.
 */
public sealed interface Activity
        permits Idle,
                Thinking,
                Socializing,
                InConversation,
                Reflecting,
                CreatingMemory,
                Exploring,
                MatchDiscovered,
                Sleeping {
    /** World milliseconds at which it ends by itself; {@link Long#MAX_VALUE} when something else ends it. */
    long until();

    /** Its name in lower snake case. */
    String label();

    /** What it does to the needs. */
    Regime regime();

    /** Whether it is something done with, or because of, this avatar. */
    default boolean involves(AvatarId other) {
        return false;
    }

    /** How every life begins. */
    static Idle born() {
        return Idle.SHARED;
    }
}
