package viva.avatar.soul;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import viva.contracts.AvatarProfile;
import viva.contracts.CarriedMind;
import viva.contracts.WorldTime;

/**
 * All of an avatar that its owner may carry away.
 *
 * @param worldTime of the world that it comes from, when it was exported
 * @param mind null when it does not come with one
 * @param card the character card that it was made of, or null
 */
public record Soul(
        Instant exportedAt,
        WorldTime worldTime,
        AvatarProfile profile,
        CarriedMind mind,
        List<SoulMemory> memories,
        List<SoulBond> bonds,
        OriginalCard card) {
    public Soul {
        memories = List.copyOf(memories);
        bonds = List.copyOf(bonds);
    }

    /** The same with as many of the memories as a file has room for, the most important ones, in their order. */
    public Soul fitting() {
        long bytes = 0;
        Set<SoulMemory> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SoulMemory memory : byImportance()) {
            bytes += SoulWriter.bytes(memory);
            if (bytes > SoulFormat.MEMORY_BYTES) {
                break;
            }
            kept.add(memory);
        }
        List<SoulMemory> fitting = memories.stream().filter(kept::contains).toList();
        return new Soul(exportedAt, worldTime, profile, mind, fitting, bonds, card);
    }

    private List<SoulMemory> byImportance() {
        return memories.stream()
                .sorted(Comparator.comparingDouble(SoulMemory::importance).reversed())
                .limit(SoulFormat.MOST_MEMORIES)
                .toList();
    }
}
