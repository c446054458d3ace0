package viva.avatar.soul;

import java.time.Instant;
import java.util.List;
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
}
