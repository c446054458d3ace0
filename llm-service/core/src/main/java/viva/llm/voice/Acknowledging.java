package viva.llm.voice;

import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.List;
import java.util.Set;
import viva.llm.hearing.Gist;

/** A word on the second thing that a message says, beside what leads. */
final class Acknowledging {
    private Acknowledging() {}

    /** At most one step; none when what leads leaves no room for it. */
    static List<Step> steps(Scene scene) {
        Gist leading = scene.heard().gist();
        Set<Gist> also = scene.heard().also();
        for (Gist gist : Gist.values()) {
            if (also.contains(gist)) {
                List<Step> steps = step(leading, gist);
                if (!steps.isEmpty()) {
                    return steps;
                }
            }
        }
        return List.of();
    }

    private static List<Step> step(Gist leading, Gist second) {
        boolean heavy = leading.isHeavy();
        return switch (second) {
            case GRIEF, BAD_NEWS -> heavy || leading == Gist.SARCASM ? List.of() : List.of(say("also.bad_news"));
            case GOOD_NEWS -> List.of(say("also.good_news"));
            case LOVE, MISSING_YOU -> List.of(say("also.love"));
            case APOLOGY -> heavy ? List.of() : List.of(say("also.apology"));
            case COMPLIMENT -> leading == Gist.THANKS ? List.of() : List.of(say("also.compliment"));
            case THANKS -> List.of(say("also.thanks"));
            case ASKS_FEELINGS ->
                !heavy && leading.compareTo(Gist.AGREEMENT) < 0 ? List.of(tell(Aspect.FEELING, 1)) : List.of();
            case ASKS_DOING -> heavy ? List.of() : List.of(tell(Aspect.DOING, 1));
            case DISTRESS,
                    REJECTION,
                    INSULT,
                    SARCASM,
                    FEELING_BETTER,
                    INTRODUCTION,
                    ASKS_OWN_NAME,
                    ASKS_MEMORY,
                    ASKS_NATURE,
                    ASKS_NAME,
                    ASKS_DAY,
                    ASKS_THOUGHTS,
                    ASKS_WISH,
                    ASKS_INTERESTS,
                    ASKS_JOKE,
                    ASKS_OPINION,
                    ASKS_FRIENDS,
                    ASKS_ABOUT,
                    INVITATION,
                    TELLS_FACT,
                    FAREWELL,
                    GREETING,
                    LAUGHTER,
                    AGREEMENT,
                    DISAGREEMENT,
                    QUESTION,
                    STORY,
                    UNREADABLE,
                    WORDLESS,
                    STATEMENT -> List.of();
        };
    }
}
