package viva.life.recall;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.message.SpeakV1;

/** Where memories are searched. May block; may be called by any number of threads; fails with any runtime exception. */
@FunctionalInterface
interface MemorySource {
    /**
     * What an avatar may tell its owner of what fits a text, the best first.
     *
     * @param text untrusted
     */
    List<SpeakV1.Memory> find(AvatarId avatar, String text);
}
