package viva.contracts.message;

import java.util.List;
import viva.contracts.AvatarId;

/** What may say several things at once: what happened to two avatars together travels in one message. */
public sealed interface Combined permits ConversationStartedV1, ConversationEndedV1, BondEvolvedV1 {
    /** Whom it may tell of beside its subject. */
    AvatarId otherId();

    /** Each thing as one avatar knows it; of one avatar in the order in which they happened. */
    List<? extends Event> parts();
}
