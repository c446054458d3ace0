package viva.llm.voice;

import static viva.llm.voice.Step.say;

import java.util.List;
import java.util.Set;
import viva.contracts.DialogueAct;
import viva.llm.hearing.Gist;
import viva.llm.phrasebook.Slot;
import viva.llm.recall.Recalled;
import viva.llm.recall.Want;

/** Which steps tell an owner what they told, when they ask for it. */
final class Recalling {
    private Recalling() {}

    /** None when nothing of the kind is asked, or when something else in the message weighs more. */
    static List<Step> steps(Scene scene, Set<Slot> known) {
        Gist gist = scene.heard().gist();
        boolean weightier = gist.isHeavy() || gist == Gist.INSULT || gist == Gist.ASKS_NATURE;
        if (weightier || scene.recollection().recalled().isEmpty()) {
            return List.of();
        }
        return switch (scene.recollection().recalled().get()) {
            case Recalled.Fact fact -> known(fact, scene);
            case Recalled.Unknown unknown -> unknown(unknown, known);
        };
    }

    private static List<Step> known(Recalled.Fact fact, Scene scene) {
        boolean goesOn = fact.want() == Want.STATEMENT || fact.want() == Want.PLACE || fact.want() == Want.TIME;
        double more = scene.request().act() == DialogueAct.ASK ? 1 : goesOn ? .35 : 0;
        return List.of(say(key(fact, scene.coin())), say("recall.more", more));
    }

    private static String key(Recalled.Fact fact, boolean coin) {
        if (fact.want() == Want.OWN_NAME && fact.value().isPresent()) {
            return "own_name.known";
        }
        if (fact.want() == Want.ANYTHING && fact.turned()) {
            return "recall.anything";
        }
        if (fact.value().isPresent() && (coin || fact.want() == Want.NAME || !fact.turned())) {
            return "recall.value";
        }
        return fact.turned() ? "recall.quote" : "recall.literal";
    }

    private static List<Step> unknown(Recalled.Unknown unknown, Set<Slot> known) {
        if (unknown.want() == Want.OWN_NAME) {
            return List.of(say("own_name.unknown"));
        }
        return List.of(
                say(known.contains(Slot.ASKED) ? "recall.unknown.about" : "recall.unknown"), say("recall.tell", .7));
    }
}
