package viva.life.mind;

import viva.contracts.DialogueAct;
import viva.contracts.WorldTime;
import viva.life.thought.Thought;

/** What a mind wants done in the world. It is for the caller to do it; the mind has moved on already. */
public sealed interface Intent {
    /** When the mind decided it. */
    WorldTime at();

    /**
     * Answer the owner.
     *
     * @param groggy said half asleep, and short
     */
    record Speak(WorldTime at, DialogueAct act, boolean groggy) implements Intent {}

    /** A thought came up by itself. */
    record Think(WorldTime at, Thought thought) implements Intent {}

    /** It looks for somebody to talk to, until {@code until}. */
    record SeekCompany(WorldTime at, WorldTime until) implements Intent {}

    /** It goes out for something new, until {@code until}. */
    record Explore(WorldTime at, WorldTime until) implements Intent {}

    /** It withdraws to rest and think, until {@code until}. */
    record Reflect(WorldTime at, WorldTime until) implements Intent {}

    /**
     * Something is worth remembering.
     *
     * @param importance in [0, 1]
     */
    record Remember(WorldTime at, Kind kind, double importance) implements Intent {
        /** Where the memory comes from. */
        public enum Kind {
            EXPERIENCE,
            REFLECTION
        }
    }
}
