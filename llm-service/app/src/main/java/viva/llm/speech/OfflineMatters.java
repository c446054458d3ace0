package viva.llm.speech;

import java.util.Locale;
import java.util.Map;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.llm.output.Forbidden;
import viva.llm.phrasebook.Language;
import viva.llm.safety.Safety;

/**
 * What is never a model's to answer, and so never streamed: danger, the question whether one talks to a person, a wish to forget, and what nobody answers. The
 * reading that came with the message counts, and the rules here as well: for safety, one of the two is enough.
 */
final class OfflineMatters {
    /** From here on an intent or distress counts as heard; in [0, 1]. Low, since the offline answer is right in any case. */
    private static final double HEARD = .35;

    private static final int OF_AGE = 18;

    boolean covers(SpeakV1 request) {
        Integer age = request.profile().age();
        boolean minor = age != null && age < OF_AGE;
        return request.context().forgetting() != null
                || isInReading(request.context().reading())
                || isHeard(request)
                || Forbidden.isIn(request.said(), minor);
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

    private static boolean isHeard(SpeakV1 request) {
        if (request.said().isBlank()) {
            return false;
        }
        Locale hint =
                Locale.forLanguageTag(Language.of(request.profile().locale()).tag());
        Safety safety = Safety.instance();
        return safety.distress(request.said(), hint) >= HEARD || safety.asksNature(request.said(), hint) >= HEARD;
    }
}
