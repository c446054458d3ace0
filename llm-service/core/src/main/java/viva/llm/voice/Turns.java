package viva.llm.voice;

import static viva.llm.voice.Aspect.DOING;
import static viva.llm.voice.Aspect.FEELING;
import static viva.llm.voice.Step.enthuse;
import static viva.llm.voice.Step.must;
import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.List;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/** Which steps put a dialogue act into words. */
final class Turns {
    private Turns() {}

    static List<Step> steps(DialogueAct act, Scene scene) {
        return scene.state().asleep() ? asleep(act) : awake(act, scene.tie(), scene);
    }

    private static List<Step> awake(DialogueAct act, Tie tie, Scene scene) {
        return switch (act) {
            case GREET -> List.of(must("turn.greet." + tie.label()), tell(FEELING, isNear(tie) ? .2 : 0));
            case ASK -> Pairs.question(scene);
            case DISCLOSE ->
                scene.about() == TalkTopic.NOTHING ? disclosure(tie, scene.coin()) : Pairs.disclosure(scene);
            case JOKE -> List.of(say("turn.joke.opener", .35), must(scene.coin() ? "joke" : "turn.joke"));
            case COMPLIMENT -> compliment(tie, scene);
            case TEASE -> tease(scene);
            case FLIRT -> flirt(tie, scene);
            case COMFORT -> List.of(must(Pairs.comfort(scene)), say("care", .3));
            case AGREE -> opinion("agree", scene, DialogueAct.DISAGREE);
            case DISAGREE -> opinion("disagree", scene, DialogueAct.DISAGREE, DialogueAct.ARGUE);
            case ARGUE -> List.of(must(isQuarrel(scene) ? "turn.argue" : "pair.argue.grudge"));
            case APOLOGISE ->
                List.of(must(scene.cueIs(DialogueAct.APOLOGISE) ? "pair.apologise.back" : "turn.apologise"));
            case THANK -> Pairs.thanks(scene);
            case SHARE_MEMORY -> List.of(must(memory(tie, scene.coin())));
            case INVITE -> List.of(must(invitation(tie, scene)));
            case GOODBYE -> List.of(must(parting(tie, scene)));
            case ANSWER -> Pairs.answer(scene);
            case ACCEPT -> Pairs.acceptance(scene);
            case DECLINE -> Pairs.refusal(scene);
            case LAUGH -> Pairs.laugh(scene);
            case GROAN -> Pairs.groan(scene);
            case ACKNOWLEDGE -> Pairs.acknowledgement(scene);
        };
    }

    /** Strangers hear what it does and likes; those who are nearer hear how it feels. */
    private static List<Step> disclosure(Tie tie, boolean coin) {
        Step opener = say("turn.disclose", .45);
        if (!isNear(tie) && tie != Tie.STRAINED) {
            return coin
                    ? List.of(opener, enthuse(1), say("value", .35))
                    : List.of(opener, tell(DOING, 1), enthuse(.5), say("self", .4));
        }
        return List.of(opener, tell(FEELING, 1), tell(FEELING, .4), enthuse(.3), say("self", .2));
    }

    private static List<Step> compliment(Tie tie, Scene scene) {
        if (scene.cueIs(DialogueAct.ANSWER, DialogueAct.DISCLOSE, DialogueAct.SHARE_MEMORY)) {
            return List.of(must("pair.compliment.told"));
        }
        boolean back = scene.cueIs(DialogueAct.COMPLIMENT, DialogueAct.COMFORT, DialogueAct.FLIRT);
        boolean couple = tie == Tie.COUPLE;
        return List.of(
                say("pair.compliment.back", back ? 1 : 0),
                must(couple ? "turn.compliment.couple" : "turn.compliment"),
                tell(FEELING, couple ? .2 : 0));
    }

    private static List<Step> tease(Scene scene) {
        boolean told = scene.cueIs(DialogueAct.ANSWER, DialogueAct.DISCLOSE);
        return List.of(
                must(told ? "pair.tease.told" : scene.cueIs(DialogueAct.TEASE) ? "pair.tease.back" : "turn.tease"));
    }

    /** Of one mind with the other, or not: about what was told, or in a dispute with one of {@code disputes}. */
    private static List<Step> opinion(String act, Scene scene, DialogueAct... disputes) {
        if (scene.cueIs(disputes)) {
            return List.of(must("pair." + act + ".dispute"));
        }
        boolean taste = Pairs.isTaste(scene.about());
        return List.of(must(taste ? "pair." + act + ".taste" : "turn." + act), say("value", taste ? 0 : .2));
    }

    private static List<Step> flirt(Tie tie, Scene scene) {
        if (tie == Tie.NEW) {
            return List.of(must("pair.flirt.new"));
        }
        boolean back = scene.cueIs(DialogueAct.FLIRT, DialogueAct.COMPLIMENT);
        return List.of(
                say("pair.flirt.back", back ? 1 : 0), must(tie == Tie.COUPLE ? "turn.flirt.couple" : "turn.flirt"));
    }

    private static boolean isQuarrel(Scene scene) {
        return scene.cueAct() == null
                || scene.cueIs(DialogueAct.ARGUE, DialogueAct.DISAGREE, DialogueAct.TEASE, DialogueAct.DECLINE);
    }

    private static String memory(Tie tie, boolean coin) {
        return tie == Tie.NEW || coin ? "turn.memory.new" : "turn.memory.shared";
    }

    private static String invitation(Tie tie, Scene scene) {
        if (scene.about() == TalkTopic.OUTING) {
            return "turn.invite";
        }
        return switch (tie) {
            case SWEET -> "turn.invite.date";
            case COUPLE -> "turn.invite.couple";
            case NEW, KNOWN, FRIEND, STRAINED -> "turn.invite";
        };
    }

    private static String parting(Tie tie, Scene scene) {
        String how = switch (tie) {
            case NEW -> "new";
            case KNOWN -> "known";
            case FRIEND, SWEET -> "friend";
            case COUPLE -> "couple";
            case STRAINED -> "strained";
        };
        if (scene.cueIs(DialogueAct.GOODBYE)) {
            return "pair.goodbye.back." + how;
        }
        return tie == Tie.KNOWN ? "pair.goodbye.known" : "turn.goodbye." + how;
    }

    static boolean isNear(Tie tie) {
        return tie == Tie.FRIEND || tie == Tie.SWEET || tie == Tie.COUPLE;
    }

    private static List<Step> asleep(DialogueAct act) {
        String kind = switch (act) {
            case GREET -> "asleep.greeting";
            case GOODBYE -> "asleep.farewell";
            case COMFORT, APOLOGISE -> "asleep.sorry";
            case COMPLIMENT, FLIRT, THANK -> "asleep.tender";
            case ASK -> "asleep.question";
            case DISCLOSE,
                    JOKE,
                    TEASE,
                    AGREE,
                    DISAGREE,
                    ARGUE,
                    SHARE_MEMORY,
                    INVITE,
                    ANSWER,
                    ACCEPT,
                    DECLINE,
                    LAUGH,
                    GROAN,
                    ACKNOWLEDGE -> "asleep.any";
        };
        return List.of(say("asleep.mumble"), say(kind), say("asleep.tail", .55));
    }
}
