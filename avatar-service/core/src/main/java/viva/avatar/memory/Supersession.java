package viva.avatar.memory;

import java.time.Instant;
import java.util.List;
import viva.contracts.FactSlot;

/** Which of two facts about the owner holds. Only facts with a slot supersede each other, the newer the older. */
public final class Supersession {
    private static final String LIKES = "likes:";
    private static final String DISLIKES = "dislikes:";

    private Supersession() {}

    /** The names of slots whose older values a fact of this name takes the place of: its own, and what it contradicts. */
    public static List<String> rivals(String name) {
        if (name.startsWith(LIKES)) {
            return List.of(name, DISLIKES + name.substring(LIKES.length()));
        }
        return name.startsWith(DISLIKES) ? List.of(name, LIKES + name.substring(DISLIKES.length())) : List.of(name);
    }

    /** Whether a slot holds the same fact again. */
    public static boolean isSameFact(FactSlot one, FactSlot other) {
        return one.name().equals(other.name()) && NormalText.of(one.value()).equals(NormalText.of(other.value()));
    }

    /** Whether a fact holds against an older one: of the same instant, the one that was stored later. */
    public static boolean holds(Instant occurredAt, Instant against) {
        return !occurredAt.isBefore(against);
    }
}
