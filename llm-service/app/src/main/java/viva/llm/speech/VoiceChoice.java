package viva.llm.speech;

import jakarta.inject.Singleton;
import viva.contracts.message.SpeakV1;
import viva.llm.nim.ChatClient;

/**
 * Decides which voice answers a request. A language model speaks where there is one, the owner allows it and the matter is one for it; whether
 * it is affordable is decided when it is asked. Everything else is spoken offline.
 */
@Singleton
class VoiceChoice {
    private final OfflineSpeaker offline;
    private final ModelSpeaker model;
    private final ChatClient chat;
    private final OfflineMatters offlineMatters = new OfflineMatters();

    VoiceChoice(OfflineSpeaker offline, ModelSpeaker model, ChatClient chat) {
        this.offline = offline;
        this.model = model;
        this.chat = chat;
    }

    Voice voiceFor(SpeakV1 request) {
        boolean forbidden = request.context().offlineOnly() || request.profile().offlineOnly();
        boolean mayAsk = !forbidden && chat.isOn(Measure.of(request).purpose()) && !offlineMatters.covers(request);
        return mayAsk ? model : offline;
    }
}
