package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.contracts.message.SpeakV1;
import viva.llm.voice.OfflineVoice;

/** The voice that needs no model and no network, on the threads of the {@link SpeakersQueue}. */
@Singleton
class OfflineSpeaker implements Voice {
    private static final String NAME = "offline";

    private final OfflineVoice voice = new OfflineVoice();
    private final SpeakersQueue queue;

    OfflineSpeaker(SpeakersQueue queue) {
        this.queue = queue;
    }

    @Override
    public Uni<Spoken> speak(SpeakV1 request, Urgency urgency, Audience audience) {
        return queue.submit(urgency, () -> new Spoken(voice.speak(request), NAME));
    }
}
