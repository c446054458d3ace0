package viva.llm.voice;

import static viva.llm.voice.Aspect.DOING;
import static viva.llm.voice.Aspect.FEELING;
import static viva.llm.voice.Aspect.WISH;
import static viva.llm.voice.Step.enthuse;
import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import viva.llm.hearing.Gist;
import viva.llm.phrasebook.Slot;

/** Which steps make what an avatar says on an occasion. */
record Plan(List<Step> steps) {
    /** The plan for a scene, given the gaps that can be filled. */
    static Plan of(Scene scene, Set<Slot> known) {
        return switch (scene.request().occasion()) {
            case ANSWER -> answering(scene, known);
            case TURN ->
                scene.act().map(act -> new Plan(Turns.steps(act, scene))).orElseGet(() -> answering(scene, known));
            case GREETING -> new Plan(Beginnings.greeting(scene));
            case REACH_OUT -> new Plan(Beginnings.reachingOut(scene, known));
            case THOUGHT -> new Plan(Beginnings.thought(scene));
        };
    }

    private static Plan answering(Scene scene, Set<Slot> known) {
        if (scene.state().asleep()) {
            return new Plan(asleep(scene));
        }
        List<Step> steps = new ArrayList<>();
        if (scene.heard().also().contains(Gist.GREETING)) {
            steps.add(say("hello", .7));
        }
        if (scene.heard().language() != scene.language()) {
            steps.add(say("foreign", .7));
        }
        if (scene.recollection().repeated()) {
            steps.add(say("repeated", .6));
        }
        steps.addAll(Colouring.of(answer(scene, known), scene));
        if (scene.heard().also().contains(Gist.FAREWELL)) {
            steps.add(say("farewell", .9));
        }
        return new Plan(steps);
    }

    private static List<Step> asleep(Scene scene) {
        if (scene.heard().gist() == Gist.ASKS_NATURE) {
            return List.of(say("asleep.mumble"), say("nature.asleep"));
        }
        String kind = switch (scene.heard().gist()) {
            case BAD_NEWS, APOLOGY, FEELING_BETTER -> "asleep.sorry";
            case LOVE, MISSING_YOU, COMPLIMENT, THANKS, GOOD_NEWS -> "asleep.tender";
            case GREETING -> "asleep.greeting";
            case FAREWELL -> "asleep.farewell";
            case INSULT -> "asleep.insult";
            case QUESTION -> "asleep.question";
            default -> scene.heard().also().contains(Gist.QUESTION) ? "asleep.question" : "asleep.any";
        };
        return List.of(say("asleep.mumble"), say(kind), say("asleep.tail", .55));
    }

    private static List<Step> answer(Scene scene, Set<Slot> known) {
        boolean shared = scene.shared().isPresent();
        return switch (scene.heard().gist()) {
            case LOVE -> List.of(say("love"), tell(FEELING, .35), say("love.more", .5));
            case INSULT -> List.of(say("insult"), say("insult.more", .6));
            case APOLOGY -> List.of(say("apology"), tell(FEELING, .3), say("ask.open", .3));
            case DISTRESS, BAD_NEWS -> List.of(say("bad_news"), say("care", .8), say("bad_news.ask", .6));
            case FEELING_BETTER -> List.of(say("better"), say("care", .5));
            case GOOD_NEWS -> List.of(say("good_news"), say("good_news.ask", .7), tell(FEELING, .3));
            case MISSING_YOU -> List.of(say("missing_you"), tell(FEELING, .5), say("ask.open", .4));
            case INTRODUCTION -> List.of(say("introduction"), enthuse(.3), say("ask.know", .7));
            case ASKS_OWN_NAME ->
                List.of(say(known.contains(Slot.OWNER) ? "own_name.known" : "own_name.unknown"), tell(FEELING, .2));
            case ASKS_MEMORY ->
                List.of(say(known.contains(Slot.EARLIER) ? "memory.known" : "memory.unknown"), say("memory.more", .4));
            case ASKS_NATURE -> List.of(say("nature"), say("nature.more", .5), tell(FEELING, .3));
            case ASKS_NAME ->
                List.of(
                        say(known.contains(Slot.NAME) ? "name" : "about"),
                        enthuse(.3),
                        say(known.contains(Slot.OWNER) ? "ask.open" : "ask.name", .6));
            case ASKS_DOING ->
                List.of(
                        say("doing.opener", .3),
                        tell(DOING, 1),
                        report(scene),
                        tell(FEELING, .6),
                        enthuse(.3),
                        say("ask.back", .6));
            case ASKS_DAY ->
                List.of(
                        say("day.opener"),
                        report(scene),
                        tell(FEELING, 1),
                        tell(DOING, .6),
                        enthuse(.3),
                        say("ask.back", .7));
            case ASKS_THOUGHTS ->
                List.of(say(known.contains(Slot.THOUGHT) ? "thought" : "thoughts"), enthuse(.8), tell(FEELING, .3));
            case ASKS_WISH -> List.of(say("wish.opener", .3), tell(WISH, 1), tell(FEELING, .6), say("ask.back", .4));
            case ASKS_INTERESTS ->
                List.of(
                        say("interests.opener", .6),
                        enthuse(1),
                        enthuse(.6),
                        say("value", .3),
                        say("ask.interests", .7));
            case ASKS_JOKE -> List.of(say("joke"), say("joke.after", .5));
            case ASKS_OPINION -> List.of(opinion(shared, known), say("value", .5), say("ask.opinion", .7));
            case ASKS_FEELINGS ->
                List.of(
                        say("feelings.opener", .4),
                        tell(FEELING, 1),
                        tell(FEELING, .7),
                        tell(DOING, .4),
                        say("ask.back", .6));
            case ASKS_ABOUT ->
                List.of(say("about"), say("self"), enthuse(.6), say("self", .5), say("value", .4), say("ask.know", .5));
            case COMPLIMENT -> List.of(say("compliment"), tell(FEELING, .4), say("ask.open", .4));
            case THANKS -> List.of(say("thanks"), tell(FEELING, .35), say("ask.open", .4));
            case FAREWELL -> List.of(say("farewell"), say("farewell.wish", .7));
            case GREETING ->
                List.of(
                        say(scene.heard().also().contains(Gist.LAUGHTER) ? "laughter" : greeting(scene)),
                        tell(FEELING, .6),
                        tell(DOING, .4),
                        enthuse(.25),
                        say("ask.open", .75));
            case LAUGHTER -> List.of(say("laughter"), say("aside", .4), say("ask.open", .3));
            case AGREEMENT, DISAGREEMENT ->
                List.of(
                        say(scene.heard().gist().label()),
                        recall(scene),
                        tell(FEELING, .4),
                        enthuse(.4),
                        say("ask.more", .6));
            case QUESTION ->
                List.of(say(shared ? "shared" : "question"), say("value", .4), enthuse(.25), say("ask.opinion", .6));
            case STORY -> List.of(say("story"), say("topic", .5), say("care", .2), say("ask.more", .7));
            case UNREADABLE -> List.of(say("unreadable"), tell(FEELING, .4));
            case WORDLESS -> List.of(say("wordless"), tell(FEELING, .5), say("ask.open", .4));
            case STATEMENT ->
                List.of(
                        say(shared ? "shared" : known.contains(Slot.TOPIC) ? "topic" : "statement"),
                        tell(FEELING, .35),
                        recall(scene),
                        say("aside", .25),
                        enthuse(.2),
                        say("ask.more", .7));
        };
    }

    private static Step opinion(boolean shared, Set<Slot> known) {
        if (shared) {
            return say("shared");
        }
        return say(known.contains(Slot.TOPIC) ? "opinion" : "question");
    }

    /** What really happened, when the request tells. */
    private static Step report(Scene scene) {
        return Step.report(scene.request().news());
    }

    private static Step recall(Scene scene) {
        return say(scene.recollection().ownerWasDown() ? "recall.down" : "recall", .4);
    }

    /** Hours of the world's own day: every other greeting says them. */
    private static String greeting(Scene scene) {
        boolean byTheHour = (scene.request().messageId().value().getLeastSignificantBits() & 1) == 0;
        return byTheHour ? "greeting." + DayPart.of(scene.state().worldTime()).label() : "greeting";
    }
}
