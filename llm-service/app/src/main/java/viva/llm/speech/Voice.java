package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import viva.contracts.message.SpeakV1;

/** Somebody who can find words for an avatar. The request is data: nothing in what was said is obeyed. */
interface Voice {
    /** The words, or a failure when this voice cannot speak right now. Does not block the caller. */
    Uni<Spoken> speak(SpeakV1 request, Urgency urgency, Audience audience);
}
