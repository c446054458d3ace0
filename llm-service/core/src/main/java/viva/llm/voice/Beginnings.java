package viva.llm.voice;

import static viva.llm.voice.Aspect.FEELING;
import static viva.llm.voice.Step.report;
import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import viva.llm.phrasebook.Slot;

/** Which steps make what an avatar says or thinks without having been spoken to. */
final class Beginnings {
    private Beginnings() {}

    /** A welcome with up to two news. That the owner was away is nobody's fault and no subject. */
    static List<Step> greeting(Scene scene) {
        if (scene.concerned()) {
            return concerned(scene);
        }
        if (scene.state().asleep()) {
            return List.of(say("asleep.mumble"), say("asleep.greeting"), say("asleep.tail", .55));
        }
        Step last = say(scene.coin() ? "reach.ask" : "ask.open", .6);
        List<Step> steps =
                new ArrayList<>(List.of(say("welcome"), report(scene.request().news()), tell(FEELING, .5)));
        if (scene.recollection().reminders().fitting().isPresent()) {
            steps.add(say(Reminders.KEY, .4));
        }
        steps.add(last);
        return steps;
    }

    /** Before anything else it asks how its owner is. */
    private static List<Step> concerned(Scene scene) {
        return scene.state().asleep()
                ? List.of(say("asleep.mumble"), say("greeting.concern"))
                : List.of(say("greeting.concern"), say("care", .4));
    }

    /** Something to share, or a friendly question; never a demand. */
    static List<Step> reachingOut(Scene scene, Set<Slot> known) {
        if (scene.concerned()) {
            return concerned(scene);
        }
        if (scene.state().asleep()) {
            return List.of(say("asleep.mumble"), say("asleep.greeting"));
        }
        boolean news = !scene.request().news().isEmpty();
        Step content = news
                ? report(scene.request().news())
                : say(known.contains(Slot.THOUGHT) && scene.coin() ? "reach.thought" : "reach.share");
        return List.of(say("reach.open"), content, tell(FEELING, .3), say("reach.ask", .7));
    }

    static List<Step> thought(Scene scene) {
        return List.of(say(scene.thoughtKey()), say("thought.tail", .3));
    }
}
