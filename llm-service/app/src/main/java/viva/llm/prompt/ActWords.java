package viva.llm.prompt;

import java.util.Map;
import viva.contracts.DialogueAct;

/** What an act asks of the words. By label, so that acts can be added; a test sees that none is forgotten. */
final class ActWords {
    private static final Map<String, String> TASKS = Map.ofEntries(
            Map.entry("greet", "greet"),
            Map.entry("ask", "ask one question, and mean it"),
            Map.entry("disclose", "tell something about yourself"),
            Map.entry("joke", "make a joke"),
            Map.entry("compliment", "pay an honest compliment"),
            Map.entry("tease", "tease kindly"),
            Map.entry("flirt", "flirt a little"),
            Map.entry("comfort", "comfort, without advice that was not asked for"),
            Map.entry("agree", "agree, and say why"),
            Map.entry("disagree", "disagree, and say why"),
            Map.entry("argue", "argue: you are annoyed, but you do not insult"),
            Map.entry("apologise", "apologise"),
            Map.entry("thank", "thank"),
            Map.entry("share_memory", "tell something that you remember"),
            Map.entry("invite", "propose to do something together"),
            Map.entry("goodbye", "say goodbye"),
            Map.entry("answer", "answer the question that was asked; when you do not know, say so"),
            Map.entry("accept", "accept what was proposed"),
            Map.entry("decline", "decline what was proposed, kindly"),
            Map.entry("laugh", "laugh about what was said, in words"),
            Map.entry("groan", "groan about the joke, good-naturedly"),
            Map.entry("acknowledge", "take up what was told, so that one sees you listened"));

    private ActWords() {}

    /** A clause such as {@code ask one question, and mean it}; empty for no act. */
    static String task(DialogueAct act) {
        return act == null ? "" : TASKS.get(act.label());
    }

    /** What the other one did, such as {@code ask} or {@code share memory}. */
    static String done(DialogueAct act) {
        return Labels.words(act.label());
    }
}
