package viva.llm.prompt;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import viva.contracts.Author;
import viva.contracts.DialogueAct;
import viva.contracts.message.SpeakV1;
import viva.llm.safety.Safety;

/** What was said in distress is no matter for a joke: a model that is to make one does not read it. */
final class Playful {
    private static final Set<DialogueAct> ACTS =
            EnumSet.of(DialogueAct.JOKE, DialogueAct.TEASE, DialogueAct.FLIRT, DialogueAct.LAUGH);

    private Playful() {}

    /** The recent lines; those of an owner in distress only where nothing is said for fun. */
    static List<SpeakV1.Line> lines(SpeakV1 request) {
        if (request.act() == null || !ACTS.contains(request.act())) {
            return request.recent();
        }
        return request.recent().stream().filter(line -> !isDistress(line)).toList();
    }

    private static boolean isDistress(SpeakV1.Line line) {
        return line.author() == Author.OWNER
                && line.content() != null
                && Safety.instance().distress(line.content(), Locale.ROOT) >= Safety.HEARD;
    }
}
