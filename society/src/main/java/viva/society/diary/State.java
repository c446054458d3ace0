package viva.society.diary;

import java.util.Locale;
import viva.life.activity.Activity;
import viva.life.activity.CreatingMemory;
import viva.life.activity.Exploring;
import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.MatchDiscovered;
import viva.life.activity.Reflecting;
import viva.life.activity.Sleeping;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;

/** The nine states of the life cycle, to count them by. */
public enum State {
    SLEEPING,
    IDLE,
    THINKING,
    SOCIALIZING,
    IN_CONVERSATION,
    REFLECTING,
    CREATING_MEMORY,
    EXPLORING,
    MATCH_DISCOVERED;

    /** The state that an activity is. */
    public static State of(Activity activity) {
        return switch (activity) {
            case Sleeping ignored -> SLEEPING;
            case Idle ignored -> IDLE;
            case Thinking ignored -> THINKING;
            case Socializing ignored -> SOCIALIZING;
            case InConversation ignored -> IN_CONVERSATION;
            case Reflecting ignored -> REFLECTING;
            case CreatingMemory ignored -> CREATING_MEMORY;
            case Exploring ignored -> EXPLORING;
            case MatchDiscovered ignored -> MATCH_DISCOVERED;
        };
    }

    /** Its name in lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
