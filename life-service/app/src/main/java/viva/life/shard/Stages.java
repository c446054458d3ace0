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
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<ConversationId, Encounter> running = new HashMap<>();
    private final Set<ConversationId> busy = new HashSet<>();

    /** No open turn is due before this world time: most looks need not go through all encounters. */
    private long soonestMillis = NEVER;

    /** This is how an encounter is in the database. */
    void stored(Encounter encounter) {
        busy.remove(encounter.id());
        if (encounter.voiced() && !encounter.isTold()) {
            running.put(encounter.id(), encounter);
            expect(encounter);
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

    private void expect(Encounter encounter) {
        if (encounter.spoken() < encounter.toSpeak()) {
            soonestMillis =
                    Math.min(soonestMillis, encounter.turnAt(encounter.spoken()).millis());
        }
    }

    /** This is how all of them are in the database. */
    void replace(List<Encounter> encounters) {
        soonestMillis = NEVER;
        running.clear();
        busy.clear();
        encounters.forEach(this::stored);
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
        if (now.millis() < soonestMillis) {
            return List.of();
        }
        soonestMillis = NEVER;
        List<Encounter> due = new ArrayList<>();
        for (Encounter encounter : running.values()) {
            if (isOpen(encounter, isAsked) && !busy.contains(encounter.id())) {
                if (encounter.turnAt(encounter.spoken()).compareTo(now) <= 0) {
                    busy.add(encounter.id());
                    due.add(encounter);
                } else {
                    expect(encounter);
                }
            }
        }
        return due;
    }

    /** World time of the next turn that may need words. */
    Optional<WorldTime> next() {
        return soonestMillis == NEVER ? Optional.empty() : Optional.of(new WorldTime(soonestMillis));
    }

    private static boolean isOpen(Encounter encounter, Predicate<MessageId> isAsked) {
        return encounter.spoken() < encounter.toSpeak() && !isAsked.test(encounter.message(encounter.spoken()));
    }
}
