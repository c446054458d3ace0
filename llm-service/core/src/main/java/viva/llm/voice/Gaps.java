package viva.llm.voice;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import viva.contracts.DialogueAct;
import viva.contracts.message.SpeakV1;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Language;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.phrasebook.Slot;
import viva.llm.recall.Recalled;
import viva.llm.recall.Want;

/** Fills the gaps of lines from a scene, with words of the speaker's language. */
final class Gaps {
    private static final Map<Slot, String> NONE = Map.of();

    private Gaps() {}

    static Map<Slot, String> of(Scene scene, Phrasebook phrasebook, Chance chance) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        scene.name().ifPresent(name -> slots.put(Slot.NAME, name));
        scene.recollection().owner().ifPresent(owner -> slots.put(Slot.OWNER, owner));
        scene.recollection().earlier().ifPresent(topic -> slots.put(Slot.EARLIER, topic));
        scene.topic().ifPresent(topic -> slots.put(Slot.TOPIC, topic));
        addRecalled(scene.recollection(), slots);
        scene.thought().ifPresent(thought -> slots.put(Slot.THOUGHT, thought));
        scene.shared().ifPresent(interest -> slots.put(Slot.INTEREST, interest(phrasebook, interest, chance)));
        if (!scene.values().isEmpty()) {
            slots.put(Slot.VALUE, worded(phrasebook, "word.value.", chance.oneOf(scene.values()), chance));
        }
        if (scene.request().occasion() == SpeakV1.Occasion.ANSWER) {
            addLanguage(scene, phrasebook, chance, slots);
        } else {
            addOthers(scene, phrasebook, chance, slots);
        }
        return slots;
    }

    private static void addRecalled(Recollection recollection, Map<Slot, String> slots) {
        recollection.telling().ifPresent(telling -> {
            telling.said().ifPresent(said -> slots.put(Slot.SAID, said));
            telling.name().ifPresent(name -> slots.put(Slot.ANSWER, name));
        });
        recollection.reminders().fitting().ifPresent(memory -> slots.put(Slot.REMINDER, memory.said()));
        recollection.recalled().ifPresent(recalled -> {
            slots.remove(Slot.SAID);
            slots.remove(Slot.ANSWER);
            switch (recalled) {
                case Recalled.Fact fact -> {
                    slots.put(Slot.SAID, fact.said());
                    fact.value().ifPresent(value -> slots.put(Slot.ANSWER, value));
                    if (fact.want() == Want.OWN_NAME) {
                        fact.value().ifPresent(name -> slots.put(Slot.OWNER, capitalised(name)));
                    }
                }
                case Recalled.Unknown unknown -> unknown.about().ifPresent(about -> slots.put(Slot.ASKED, about));
            }
        });
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** An interest in the speaker's language, or as it stands when the phrasebook has no word for it. */
    static String interest(Phrasebook phrasebook, String interest, Chance chance) {
        return worded(phrasebook, "word.interest.", interest, chance);
    }

    private static void addLanguage(Scene scene, Phrasebook phrasebook, Chance chance, Map<Slot, String> slots) {
        Language written = scene.heard().language();
        if (written != scene.language()) {
            slots.put(Slot.LANGUAGE, worded(phrasebook, "word.language.", written.tag(), chance));
        }
    }

    private static void addOthers(Scene scene, Phrasebook phrasebook, Chance chance, Map<Slot, String> slots) {
        scene.partner().ifPresent(name -> slots.put(Slot.PARTNER, name));
        scene.subject().ifPresent(subject -> slots.put(Slot.SUBJECT, subject));
        if (scene.request().occasion() == SpeakV1.Occasion.TURN) {
            slots.remove(Slot.OWNER);
            scene.partner().ifPresent(name -> slots.put(Slot.OWNER, name));
            Confidences.of(scene, phrasebook).ifPresent(own -> slots.put(Slot.OWN, own));
        }
        boolean asks = scene.act().equals(Optional.of(DialogueAct.ASK));
        if ((asks || !slots.containsKey(Slot.INTEREST)) && !scene.interests().isEmpty()) {
            slots.put(Slot.INTEREST, interest(phrasebook, chance.oneOf(unmentioned(scene)), chance));
        }
    }

    /** The interests that were not just spoken of, or all of them. */
    private static List<String> unmentioned(Scene scene) {
        List<String> left = scene.interests().stream()
                .filter(interest -> !scene.shared().equals(Optional.of(interest)))
                .toList();
        return left.isEmpty() ? scene.interests() : left;
    }

    private static String worded(Phrasebook phrasebook, String prefix, String word, Chance chance) {
        return phrasebook.lines(prefix + word).stream()
                .findFirst()
                .map(template -> template.fill(NONE, chance))
                .orElse(word);
    }
}
