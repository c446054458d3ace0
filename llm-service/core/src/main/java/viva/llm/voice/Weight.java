package viva.llm.voice;

import java.util.EnumSet;
import java.util.Set;
import viva.contracts.Reading;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;

/**
 * What leads in a message that is several things, where safety and truth are concerned: danger before all else, then the question whether a
 * person answers. The reading that came with the message may have heard either where the words alone did not.
 */
final class Weight {
    /** From here on a reading's distress or intent, in [0, 1], counts as heard. */
    private static final double MEANT = .5;

    private Weight() {}

    static Heard leading(SpeakV1 request, Heard heard) {
        Reading reading = request.context().reading();
        if (reading != null && reading.distress() >= MEANT) {
            return led(heard, Gist.DISTRESS);
        }
        boolean read = reading != null && reading.intents().getOrDefault("asks_nature", 0.0) >= MEANT;
        boolean asks = read || heard.also().contains(Gist.ASKS_NATURE);
        boolean answers = request.occasion() == SpeakV1.Occasion.ANSWER;
        return asks && answers && heard.gist() != Gist.DISTRESS ? led(heard, Gist.ASKS_NATURE) : heard;
    }

    private static Heard led(Heard heard, Gist gist) {
        Set<Gist> also = EnumSet.of(heard.gist());
        also.addAll(heard.also());
        also.remove(gist);
        return new Heard(gist, also, heard.topic(), heard.speaker(), heard.language());
    }
}
