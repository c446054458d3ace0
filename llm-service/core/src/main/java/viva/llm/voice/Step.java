package viva.llm.voice;

import java.util.List;
import viva.contracts.message.SpeakV1;

/** One step of a {@link Plan}. {@code odds} is the probability in [0, 1] that it is taken. */
sealed interface Step {
    double odds();

    /** Says a line of {@code key}, and one that was said lately rather than none where it is {@code needed}. */
    record Say(String key, double odds, boolean needed) implements Step {}

    /** Tells something true about itself. */
    record Tell(Aspect aspect, double odds) implements Step {}

    /** Talks about one of its interests. */
    record Enthuse(double odds) implements Step {}

    /** Tells the owner the first of the news that there are words for. */
    record Report(List<SpeakV1.News> news, double odds) implements Step {}

    static Step say(String key) {
        return new Say(key, 1, false);
    }

    static Step say(String key, double odds) {
        return new Say(key, odds, false);
    }

    /** Without this the rest would make no sense. */
    static Step must(String key) {
        return new Say(key, 1, true);
    }

    static Step tell(Aspect aspect, double odds) {
        return new Tell(aspect, odds);
    }

    static Step report(List<SpeakV1.News> news) {
        return new Report(news, 1);
    }

    static Step enthuse(double odds) {
        return new Enthuse(odds);
    }
}
