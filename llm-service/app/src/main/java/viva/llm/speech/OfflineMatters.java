package viva.llm.speech;

import java.util.Map;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.output.Forbidden;
import viva.llm.phrasebook.Language;

/**
 * What is never a model's to answer, and so never streamed: danger, the question whether one talks to a person, and what nobody answers. The
 * reading that came with the message counts, and the rules here as well: for safety, one of the two is enough.
 */
final class OfflineMatters {
    /** From here on an intent or distress counts as heard; in [0, 1]. Low, since the offline answer is right in any case. */
    private static final double HEARD = .35;

    private static final int OF_AGE = 18;

    private final Listener listener = new Listener();

    boolean covers(SpeakV1 request) {
        Integer age = request.profile().age();
        boolean minor = age != null && age < OF_AGE;
        return isInReading(request.context().reading()) || isHeard(request) || Forbidden.isIn(request.said(), minor);
    }

    /** Whether a reading alone says so. */
    static boolean isInReading(Reading reading) {
        if (reading == null) {
            return false;
        }
        Map<String, Double> intents = reading.intents();
        return reading.distress() >= HEARD
                || intents.getOrDefault("distress", 0.0) >= HEARD
                || intents.getOrDefault("asks_nature", 0.0) >= HEARD;
    }

    private boolean isHeard(SpeakV1 request) {
        if (request.said().isBlank()) {
            return false;
        }
        Heard heard =
                listener.hear(request.said(), Language.of(request.profile().locale()));
        return isOurs(heard.gist()) || heard.also().stream().anyMatch(OfflineMatters::isOurs);
    }

    private static boolean isOurs(Gist gist) {
        return gist == Gist.DISTRESS || gist == Gist.ASKS_NATURE;
    }
}
