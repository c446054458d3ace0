package viva.llm.erasure;

import io.smallrye.mutiny.Uni;
import viva.contracts.AvatarId;

/** Keeps something of avatars. */
public interface Erasable {
    /** Keeps nothing of this avatar any more, however often it is told so; a failure is tried again. */
    Uni<Void> erase(AvatarId avatar);
}
