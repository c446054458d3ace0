package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import viva.contracts.AvatarId;

/** Which requests a model was asked for, so that none is paid for twice. It keeps words no longer than somebody may wait for them. */
interface RequestLog {
    /** What is known of a request when it comes. */
    sealed interface Known {
        /** It came for the first time, and is noted now. */
        record New() implements Known {}

        /** A model was asked for it, and nobody knows what came of that. */
        record Unanswered() implements Known {}

        /** It was answered. */
        record Answered(Spoken spoken) implements Known {}
    }

    /**
     * Notes a request before a model is asked. Never fails: where the shared log is away, what this process noted itself decides.
     *
     * @param until when it cannot come again, so that its id may be forgotten
     */
    Uni<Known> begin(UUID request, Instant until);

    /**
     * Notes the answer. Never fails.
     *
     * @param until when nobody waits for it any more, so that its words must be forgotten
     */
    Uni<Void> answered(AvatarId speaker, UUID request, Spoken spoken, Instant until);
}
