package viva.llm.voice;

import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.DialogueAct;
import viva.llm.hearing.Gist;

/** How the act that a mind chose colours an answer: it is said for certain, where it goes together with what is answered. */
final class Colouring {
    private Colouring() {}

    static List<Step> of(List<Step> plan, Scene scene) {
        List<Step> steps = scene.concerned() ? serious(plan) : plan;
        DialogueAct act = scene.request().act();
        if (act == null) {
            return steps;
        }
        Gist gist = scene.heard().gist();
        return switch (act) {
            case ASK -> asking(steps);
            case DISCLOSE -> disclosing(steps, gist);
            case COMFORT -> certain(steps, gist == Gist.GRIEF ? "gentle" : "care");
            case COMPLIMENT -> gist == Gist.FEELING_BETTER ? steps : then(steps, say("turn.compliment"));
            case THANK -> gist == Gist.COMPLIMENT ? steps : then(steps, say("turn.thank"));
            case JOKE -> joking(steps, gist, scene);
            case APOLOGISE ->
                gist == Gist.REJECTION
                        ? List.of(say("rejection.apologise"), say("rejection.more", .5))
                        : apologising(steps, gist);
            case ARGUE ->
                gist == Gist.REJECTION
                        ? List.of(say("rejection.argue"), say("rejection.more", .5))
                        : arguing(steps, gist);
            case AGREE,
                    DISAGREE,
                    GREET,
                    GOODBYE,
                    SHARE_MEMORY,
                    TEASE,
                    FLIRT,
                    INVITE,
                    ANSWER,
                    ACCEPT,
                    DECLINE,
                    LAUGH,
                    GROAN,
                    ACKNOWLEDGE -> steps;
        };
    }

    private static List<Step> apologising(List<Step> steps, Gist gist) {
        return gist == Gist.INSULT ? List.of(say("turn.apologise"), say("insult.more", .6)) : steps;
    }

    private static List<Step> arguing(List<Step> steps, Gist gist) {
        return gist == Gist.INSULT ? List.of(say("turn.argue"), say("insult.more", .6)) : steps;
    }

    /** Nothing that is said for fun. */
    private static List<Step> serious(List<Step> plan) {
        List<Step> steps = new ArrayList<>();
        for (Step step : plan) {
            boolean funny = step instanceof Step.Say say
                    && (say.key().startsWith("joke") || say.key().startsWith("aside"));
            if (!funny) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? List.of(say("care"), say("ask.open", .5)) : steps;
    }

    private static List<Step> joking(List<Step> steps, Gist gist, Scene scene) {
        if (gist == Gist.ASKS_JOKE || scene.isSerious()) {
            return steps;
        }
        return List.of(steps.getFirst(), say("turn.joke.opener", .35), say(scene.coin() ? "joke" : "turn.joke"));
    }

    /** The last of its questions is asked for certain. */
    private static List<Step> asking(List<Step> steps) {
        for (Step step : steps.reversed()) {
            if (step instanceof Step.Say say && say.key().startsWith("ask.")) {
                return certain(steps, say.key());
            }
        }
        return then(steps, say("ask.open"));
    }

    /** A question is answered by what it asks for; to anything else it tells how it feels. */
    private static List<Step> disclosing(List<Step> steps, Gist gist) {
        return switch (gist) {
            case LOVE, MISSING_YOU, TELLS_FACT, AGREEMENT, DISAGREEMENT, STORY, UNREADABLE, WORDLESS, STATEMENT -> {
                List<Step> told = new ArrayList<>(steps);
                told.removeIf(Step.Tell.class::isInstance);
                told.add(1, tell(Aspect.FEELING, 1));
                yield told;
            }
            default -> steps;
        };
    }

    /** The first step, and then {@code certain} alone. */
    private static List<Step> then(List<Step> steps, Step certain) {
        return List.of(steps.getFirst(), certain);
    }

    private static List<Step> certain(List<Step> steps, String key) {
        List<Step> changed = new ArrayList<>(steps);
        changed.removeIf(step -> step instanceof Step.Say say && say.key().equals(key));
        changed.add(say(key));
        return changed;
    }
}
