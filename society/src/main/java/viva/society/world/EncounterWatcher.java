package viva.society.world;

import viva.contracts.AvatarProfile;
import viva.life.conversation.Encounter;

/** Is told of every encounter that begins, in the order in which they do, by the thread that lives the world. */
@FunctionalInterface
public interface EncounterWatcher {
    /**
     * An encounter begins.
     *
     * @param host the profile of the one who began it; the guest's is in the encounter
     */
    void begun(Encounter encounter, AvatarProfile host);
}
