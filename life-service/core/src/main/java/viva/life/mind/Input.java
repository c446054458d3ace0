package viva.life.mind;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.Personality;
import viva.contracts.WorldTime;

/** What reaches a mind from outside. Whoever journals inputs can live the same life again. */
public sealed interface Input {
    /** When it was sent. It takes effect then, or at the mind's own time when that is later. */
    WorldTime at();

    /** A life begins. To a mind that lives already it means nothing. */
    record Born(WorldTime at, AvatarId avatar, Personality personality) implements Input {
        public Born {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(avatar, "avatar");
            Objects.requireNonNull(personality, "personality");
        }
    }

    /**
     * The owner wrote.
     *
     * @param text untrusted; at most {@value #MAX_TEXT} characters of it are read
     * @param chatUntil when the chat counts as over if nothing more is said: ten real minutes on, as world time. More than a world
     *     day ahead is read as a world day
     */
    record OwnerMessage(WorldTime at, String text, WorldTime chatUntil) implements Input {
        public static final int MAX_TEXT = 4_000;

        public OwnerMessage {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(chatUntil, "chat_until");
        }
    }

    /** The avatar's answer to its owner was said. What the words were changes nothing: effects come from acts. */
    record Spoke(WorldTime at) implements Input {
        public Spoke {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Time passed that nobody lived, such as a long outage. To a mind that is away ({@link Lives#isAway}) it is a leap; any other simply
     * lives up to {@code at}.
     */
    record Absent(WorldTime at) implements Input {
        public Absent {
            Objects.requireNonNull(at, "at");
        }
    }
}
