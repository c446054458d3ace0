package viva.llm.voice;

import static viva.llm.voice.Step.say;

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
            return new Plan(asleep(scene, known));
        }
        List<Step> steps = new ArrayList<>();
        if (scene.heard().also().contains(Gist.GREETING)) {
            steps.add(say("hello", .7));
        }
        if (scene.heard().language() != scene.language()) {
            steps.add(say("foreign", .7));
        }
        List<Step> recalled = Recalling.steps(scene, known);
        if (scene.recollection().repeated() && recalled.isEmpty()) {
            steps.add(say("repeated", .6));
        }
        steps.addAll(recalled.isEmpty() ? Colouring.of(Replies.to(scene, known), scene) : recalled);
        steps.addAll(Acknowledging.steps(scene));
        if (recalled.isEmpty() && known.contains(Slot.REMINDER) && mayRemind(scene)) {
            steps.add(say(Reminders.KEY, .35));
        }
        if (scene.heard().also().contains(Gist.FAREWELL)) {
            steps.add(say("farewell", .9));
        }
        return new Plan(steps);
    }

    /** An old story does not go with what is heavy, hostile or a farewell. */
    private static boolean mayRemind(Scene scene) {
        Gist gist = scene.heard().gist();
        boolean amiss = gist.isHeavy() || gist == Gist.INSULT || gist == Gist.REJECTION || gist == Gist.ASKS_NATURE;
        return !amiss && gist != Gist.FAREWELL && !scene.heard().also().contains(Gist.FAREWELL);
    }

    private static List<Step> asleep(Scene scene, Set<Slot> known) {
        if (scene.heard().gist() == Gist.ASKS_NATURE) {
            return List.of(say("asleep.mumble"), say("nature.asleep"));
        }
        if (scene.recollection().recalled().isPresent() && known.contains(Slot.ANSWER)) {
            return List.of(say("asleep.mumble"), say("asleep.recall"));
        }
        String kind = switch (scene.heard().gist()) {
            case GRIEF, BAD_NEWS, APOLOGY, FEELING_BETTER -> "asleep.sorry";
            case LOVE, MISSING_YOU, COMPLIMENT, THANKS, GOOD_NEWS -> "asleep.tender";
            case GREETING -> "asleep.greeting";
            case FAREWELL -> "asleep.farewell";
            case INSULT, REJECTION -> "asleep.insult";
            case QUESTION -> "asleep.question";
            default -> scene.heard().also().contains(Gist.QUESTION) ? "asleep.question" : "asleep.any";
        };
        return List.of(say("asleep.mumble"), say(kind), say("asleep.tail", .55));
    }
}
