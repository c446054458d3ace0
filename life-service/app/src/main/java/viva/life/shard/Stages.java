package viva.life.shard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;
import viva.life.conversation.Encounter;

/** The voiced encounters that a shard hosts and that still need words. Belongs to the shard's loop. */
final class Stages {
    private final Map<ConversationId, Encounter> running = new HashMap<>();
    private final Set<ConversationId> busy = new HashSet<>();

    /** This is how an encounter is in the database. */
    void stored(Encounter encounter) {
        busy.remove(encounter.id());
        if (encounter.voiced() && !encounter.isTold()) {
            running.put(encounter.id(), encounter);
        } else {
            running.remove(encounter.id());
        }
    }

    /** The words of a turn were asked for, or there was no such turn: then it was erased, or has moved on meanwhile. */
    void settled(Encounter encounter, boolean asked) {
        busy.remove(encounter.id());
        if (!asked) {
            running.remove(encounter.id(), encounter);
        }
    }

    void clear() {
        running.clear();
        busy.clear();
    }

    void forget(Set<AvatarId> erased) {
        if (!erased.isEmpty()) {
            running.values()
                    .removeIf(e -> erased.contains(e.host().id())
                            || erased.contains(e.guest().id()));
        }
    }

    /** Turns that are due and whose words nobody was asked for yet; each is named once until that is settled. */
    List<Encounter> due(WorldTime now, Predicate<MessageId> isAsked) {
        List<Encounter> due = new ArrayList<>();
        for (Encounter encounter : running.values()) {
            if (isOpen(encounter, isAsked)
                    && encounter.turnAt(encounter.spoken()).compareTo(now) <= 0
                    && busy.add(encounter.id())) {
                due.add(encounter);
            }
        }
        return due;
    }

    /** World time of the next turn that needs words. */
    Optional<WorldTime> next(Predicate<MessageId> isAsked) {
        return running.values().stream()
                .filter(encounter -> !busy.contains(encounter.id()) && isOpen(encounter, isAsked))
                .map(encounter -> encounter.turnAt(encounter.spoken()))
                .min(WorldTime::compareTo);
    }

    private static boolean isOpen(Encounter encounter, Predicate<MessageId> isAsked) {
        return encounter.spoken() < encounter.toSpeak() && !isAsked.test(encounter.message(encounter.spoken()));
    }
}
