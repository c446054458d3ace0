package viva.life.mind;

import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.life.talk.Script;
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

    /** A thought came up; {@code asked} when somebody wanted to know. */
    record Think(WorldTime at, Thought thought, boolean asked) implements Intent {}

    /**
     * It looks for somebody to talk to, until {@code until}.
     *
     * @param partner whom it asks, or null when anybody will do
     * @param conversation the one they would have
     * @param urged whether an owner asked for it
     */
    record SeekCompany(WorldTime at, WorldTime until, AvatarId partner, ConversationId conversation, boolean urged)
            implements Intent {}

    /**
     * It answers an invitation.
     *
     * @param declined why not; null when it accepted
     */
    record Answer(WorldTime at, AvatarId host, ConversationId conversation, EndReason declined) implements Intent {}

    /** Nothing comes of a talk with whom its owner named. */
    record Excuse(WorldTime at, AvatarId other, ConversationId conversation, EndReason reason) implements Intent {}

    /** It takes part in what the other side thinks is a conversation no more. */
    record Leave(WorldTime at, AvatarId partner, ConversationId conversation, EndReason reason) implements Intent {}

    /**
     * A conversation ended.
     *
     * @param script how it went; null when not a word was said
     * @param landed how many of its turns took place
     */
    record Parted(WorldTime at, AvatarId partner, ConversationId conversation, Script script, int landed)
            implements Intent {}

    /** It came across somebody whom it had only heard of. */
    record Discover(WorldTime at, AvatarId match) implements Intent {}

    /** It welcomes its owner. */
    record Greet(WorldTime at, double awayHours, boolean groggy) implements Intent {}

    /** A chat with its owner ended in silence, or as it fell asleep. No mind says so: {@link Outcome#intentsSince} finds it. */
    record ChatEnded(WorldTime at) implements Intent {}

    /** It would like to write to its owner first. */
    record ReachOut(WorldTime at) implements Intent {}

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
