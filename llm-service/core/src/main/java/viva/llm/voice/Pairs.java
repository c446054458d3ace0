package viva.llm.voice;

import static viva.llm.voice.Aspect.FEELING;
import static viva.llm.voice.Step.enthuse;
import static viva.llm.voice.Step.must;
import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/**
 * Which steps put a turn into words by its act, by what it asks, tells or answers, and by what the other just did. What was asked is answered,
 * and nothing but a question or an invitation asks.
 */
final class Pairs {
    private Pairs() {}

    /** A question; after something was told it first shows that it was heard, and at the beginning it says hello. */
    static List<Step> question(Scene scene) {
        TalkTopic topic = scene.about();
        Step asked = must(topic == TalkTopic.NOTHING ? "turn.ask" : "pair.ask." + topic.label());
        if (scene.begins() || (scene.cueIs(DialogueAct.GREET) && !scene.hasSpoken())) {
            return List.of(must("pair.hello." + scene.tie().label()), asked);
        }
        if (scene.cueIs(DialogueAct.ANSWER, DialogueAct.DISCLOSE, DialogueAct.SHARE_MEMORY)) {
            return List.of(say(taken(scene), .7), asked);
        }
        boolean back = topic != TalkTopic.NOTHING && scene.cueTopic() == topic;
        return back ? List.of(must("pair.back"), asked) : List.of(say("pair.onward", .3), asked);
    }

    /** What was asked is told. */
    static List<Step> answer(Scene scene) {
        return switch (scene.about()) {
            case FEELINGS -> List.of(say("pair.frankly", .4), tell(FEELING, 1), tell(FEELING, .4));
            case DAY -> List.of(must("pair.day." + shade(scene)));
            case INTERESTS ->
                scene.interests().isEmpty()
                        ? List.of(must("no_interests"))
                        : List.of(must("pair.answer.interests"), enthuse(.25));
            case TASTE -> List.of(must("pair.answer.taste." + liking(scene)));
            case VALUES -> List.of(must(scene.values().isEmpty() ? "pair.answer.nothing" : "pair.answer.values"));
            case THOUGHTS ->
                List.of(must(scene.thought().isPresent() ? "pair.answer.thoughts.known" : "pair.answer.thoughts"));
            case NOTHING,
                    LAUGHTER,
                    PLACE,
                    WISH,
                    WORRY,
                    MEMORY,
                    PLANS,
                    PRIDE,
                    PEOPLE,
                    REST,
                    FONDNESS,
                    ORIGIN,
                    DRAW,
                    OBSTACLE,
                    HELP,
                    CAUSE,
                    MEANING,
                    OUTING,
                    DATE -> List.of(must("pair.answer." + scene.about().label()));
        };
    }

    /** Something told of one's own accord; what the other has just told of itself is gone on with. */
    static List<Step> disclosure(Scene scene) {
        TalkTopic topic = scene.about();
        List<Step> steps = new ArrayList<>();
        boolean likewise = scene.cueTopic() == topic
                && scene.cueIs(DialogueAct.ANSWER, DialogueAct.DISCLOSE, DialogueAct.SHARE_MEMORY);
        if (likewise) {
            steps.add(must("pair.likewise"));
            steps.addAll(answer(scene));
            return steps;
        }
        if (scene.cueIs(DialogueAct.ANSWER)) {
            steps.add(say(taken(scene), .5));
        }
        steps.addAll(told(topic, scene));
        return steps;
    }

    private static List<Step> told(TalkTopic topic, Scene scene) {
        return switch (topic) {
            case FEELINGS -> List.of(say("turn.disclose", .3), tell(FEELING, 1), tell(FEELING, .4));
            case DAY -> List.of(must("pair.tell.day." + shade(scene)));
            case INTERESTS -> List.of(enthuse(1), say("value", .2));
            case VALUES -> List.of(must(scene.values().isEmpty() ? "self" : "value"), say("self", .2));
            case THOUGHTS ->
                List.of(must(scene.thought().isPresent() ? "pair.tell.thoughts.known" : "pair.tell.thoughts"));
            case LAUGHTER, PLACE, WISH, WORRY, PLANS, PRIDE, PEOPLE, REST, FONDNESS ->
                List.of(must("pair.tell." + topic.label()));
            case NOTHING, TASTE, MEMORY, ORIGIN, DRAW, OBSTACLE, HELP, CAUSE, MEANING, OUTING, DATE ->
                List.of(say("turn.disclose", .4), enthuse(1), say("self", .4));
        };
    }

    /** That something was heard, by what it was. */
    static List<Step> acknowledgement(Scene scene) {
        return List.of(must("pair.acknowledge."
                + switch (heard(scene, DialogueAct.DISCLOSE)) {
                    case JOKE, TEASE -> "joke";
                    case COMPLIMENT, FLIRT -> "kindness";
                    case COMFORT -> "comfort";
                    case APOLOGISE -> "apology";
                    case ACCEPT -> "yes";
                    case DECLINE -> "no";
                    case THANK -> "thanks";
                    case ARGUE, DISAGREE -> "dispute";
                    case DISCLOSE, ANSWER, SHARE_MEMORY -> weight(scene);
                    case GREET, ASK, AGREE, INVITE, GOODBYE, LAUGH, GROAN, ACKNOWLEDGE -> "told";
                }));
    }

    static List<Step> laugh(Scene scene) {
        return List.of(must("pair.laugh."
                + switch (heard(scene, DialogueAct.JOKE)) {
                    case TEASE -> "tease";
                    case COMPLIMENT, FLIRT -> "kindness";
                    case DISCLOSE, ANSWER, SHARE_MEMORY -> "told";
                    case JOKE,
                            GREET,
                            ASK,
                            COMFORT,
                            AGREE,
                            DISAGREE,
                            ARGUE,
                            APOLOGISE,
                            THANK,
                            INVITE,
                            GOODBYE,
                            ACCEPT,
                            DECLINE,
                            LAUGH,
                            GROAN,
                            ACKNOWLEDGE -> "joke";
                }));
    }

    static List<Step> groan(Scene scene) {
        String key = scene.cueIs(DialogueAct.TEASE) ? "tease" : scene.cueIs(DialogueAct.FLIRT) ? "flirt" : "joke";
        return List.of(must("pair.groan." + key));
    }

    static List<Step> acceptance(Scene scene) {
        if (scene.cueIs(DialogueAct.APOLOGISE)) {
            return List.of(must("pair.accept.apology"));
        }
        return List.of(must("pair.accept." + (scene.about() == TalkTopic.DATE ? "date" : "outing")));
    }

    static List<Step> refusal(Scene scene) {
        if (scene.cueIs(DialogueAct.ASK)) {
            return List.of(must("pair.decline.question"));
        }
        return List.of(must("pair.decline." + (scene.about() == TalkTopic.DATE ? "date" : "outing")));
    }

    static List<Step> thanks(Scene scene) {
        if (scene.cueIs(DialogueAct.COMFORT)) {
            return List.of(must("pair.thank.comfort"));
        }
        if (scene.cueIs(DialogueAct.COMPLIMENT, DialogueAct.FLIRT)) {
            return List.of(must("pair.thank.kindness"));
        }
        return scene.cueIs(DialogueAct.ACCEPT)
                ? List.of(must("pair.thank.yes"))
                : List.of(must("turn.thank"), tell(FEELING, Turns.isNear(scene.tie()) ? .25 : 0));
    }

    /** What the partner just did, or {@code likely} where that is not known. */
    private static DialogueAct heard(Scene scene, DialogueAct likely) {
        return scene.cueAct() == null ? likely : scene.cueAct();
    }

    /** The key of a word or two that take up what was told. */
    private static String taken(Scene scene) {
        String weight = weight(scene);
        return "told".equals(weight) ? "pair.heard" : "pair.heard." + weight;
    }

    /** How what was told is to be taken: {@code heavy}, {@code plain} when it may have been good or bad, {@code told} when it was good. */
    private static String weight(Scene scene) {
        return switch (scene.cueTopic()) {
            case WORRY -> "heavy";
            case FEELINGS, DAY, THOUGHTS, CAUSE, OBSTACLE, HELP -> "plain";
            case NOTHING,
                    INTERESTS,
                    TASTE,
                    LAUGHTER,
                    PLACE,
                    WISH,
                    MEMORY,
                    PLANS,
                    VALUES,
                    PRIDE,
                    PEOPLE,
                    REST,
                    FONDNESS,
                    ORIGIN,
                    DRAW,
                    MEANING,
                    OUTING,
                    DATE -> "told";
        };
    }

    /** Whether what was told is something one likes or not, rather than something that is right or wrong. */
    static boolean isTaste(TalkTopic topic) {
        return topic == TalkTopic.INTERESTS
                || topic == TalkTopic.TASTE
                || topic == TalkTopic.LAUGHTER
                || topic == TalkTopic.PLACE
                || topic == TalkTopic.REST;
    }

    /** What comforts: by what hurts, and when that is not known, by how the other seems to be. */
    static String comfort(Scene scene) {
        return switch (scene.about()) {
            case WORRY -> "pair.comfort.worry";
            case NOTHING -> scene.cueAct() == null ? "turn.comfort" : "pair.comfort.low";
            case FEELINGS, DAY, CAUSE, HELP, OBSTACLE -> "turn.comfort";
            case INTERESTS,
                    TASTE,
                    LAUGHTER,
                    PLACE,
                    WISH,
                    MEMORY,
                    PLANS,
                    VALUES,
                    PRIDE,
                    PEOPLE,
                    THOUGHTS,
                    REST,
                    FONDNESS,
                    ORIGIN,
                    DRAW,
                    MEANING,
                    OUTING,
                    DATE -> "pair.comfort.low";
        };
    }

    /** Whether the speaker cares for what it was asked about: {@code open} when that cannot be told from the question. */
    private static String liking(Scene scene) {
        if (scene.shared().isPresent()) {
            return "yes";
        }
        return scene.subject().isPresent() ? "no" : "open";
    }

    /** What kind of day it seems to have been; mood in [-1, 1], energy in [0, 100]. */
    private static String shade(Scene scene) {
        if (scene.state().energy() < 30) {
            return "tired";
        }
        double mood = scene.state().mood();
        return mood > .25 ? "bright" : mood < -.2 ? "grey" : "even";
    }
}
