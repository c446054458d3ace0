package viva.life.explanation;

import java.util.List;
import java.util.Map;
import viva.life.explanation.Explanation.Kind;
import viva.life.mind.Intent;

/** What a mind decided to do, in words. */
final class Acts {
    private Acts() {}

    static void tell(List<Intent> intents, Chain chain) {
        for (Intent intent : intents) {
            chain.add(Kind.ACT, text(intent), numbers(intent));
        }
    }

    private static String text(Intent intent) {
        return switch (intent) {
            case Intent.Speak speak ->
                "it answers: " + Chain.label(speak.act()) + (speak.groggy() ? ", half asleep" : "");
            case Intent.Think think ->
                "a thought comes up: " + Chain.label(think.thought().topic());
            case Intent.SeekCompany seek -> "it looks for company until " + seek.until();
            case Intent.Explore explore -> "it goes out for something new until " + explore.until();
            case Intent.Reflect reflect -> "it withdraws to rest and think until " + reflect.until();
            case Intent.Remember remember -> "it keeps this as a memory: " + Chain.label(remember.kind());
        };
    }

    private static Map<String, Double> numbers(Intent intent) {
        return intent instanceof Intent.Remember remember ? Map.of("importance", remember.importance()) : Map.of();
    }
}
