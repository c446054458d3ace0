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
            case Intent.SeekCompany seek ->
                "it looks for " + (seek.partner() == null ? "company" : seek.partner()) + " until " + seek.until();
            case Intent.Answer answer ->
                answer.declined() == null
                        ? "it accepts the invitation of " + answer.host()
                        : "it declines the invitation of " + answer.host() + ": "
                                + answer.declined().label();
            case Intent.Excuse excuse ->
                "nothing comes of a talk with " + excuse.other() + ": "
                        + excuse.reason().label();
            case Intent.Leave leave ->
                "it leaves " + leave.partner() + ": " + leave.reason().label();
            case Intent.Parted parted -> "it parts from " + parted.partner();
            case Intent.Discover discover -> "it takes note of " + discover.match();
            case Intent.Greet greet -> "it greets its owner" + (greet.groggy() ? ", half asleep" : "");
            case Intent.ChatEnded _ -> "its chat with its owner is over";
            case Intent.ReachOut _ -> "it would like to write to its owner first";
            case Intent.Explore explore -> "it goes out for something new until " + explore.until();
            case Intent.Reflect reflect -> "it withdraws to rest and think until " + reflect.until();
            case Intent.Remember remember -> "it keeps this as a memory: " + Chain.label(remember.kind());
        };
    }

    private static Map<String, Double> numbers(Intent intent) {
        return switch (intent) {
            case Intent.Remember remember -> Map.of("importance", remember.importance());
            case Intent.Greet greet -> Map.of("away_hours", greet.awayHours());
            case Intent.Parted parted -> Map.of("turns", (double) parted.landed());
            case Intent.Speak _,
                    Intent.Think _,
                    Intent.SeekCompany _,
                    Intent.Answer _,
                    Intent.Excuse _,
                    Intent.Leave _,
                    Intent.Discover _,
                    Intent.ChatEnded _,
                    Intent.ReachOut _,
                    Intent.Explore _,
                    Intent.Reflect _ -> Map.of();
        };
    }
}
