package viva.contracts.message;

import java.util.List;
import viva.contracts.AvatarId;

/**
 * What may say several things at once: what happened to two avatars together travels in one message.
 *
 * @param <P> each of these things
 */
public sealed interface Combined<P extends Message>
        permits ConversationStartedV1, ConversationEndedV1, BondEvolvedV1, RememberV1, MemoryFormedV1 {
    /** Whom it may tell of beside its subject; null when that is nobody. */
    AvatarId otherId();

    /** Each thing as one avatar knows it; of one avatar in the order in which they happened. */
    List<P> parts();
}
