package viva.llm.voice;

import static viva.llm.voice.Aspect.DOING;
import static viva.llm.voice.Aspect.FEELING;
import static viva.llm.voice.Step.enthuse;
import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.List;
import viva.contracts.DialogueAct;

/** Which steps put a dialogue act into words. */
final class Turns {
    private Turns() {}

    static List<Step> steps(DialogueAct act, Scene scene) {
        return scene.state().asleep() ? asleep(act) : awake(act, scene.tie(), scene);
    }

    private static List<Step> awake(DialogueAct act, Tie tie, Scene scene) {
        return switch (act) {
            case GREET -> List.of(say("turn.greet." + tie.label()), tell(FEELING, isNear(tie) ? .3 : 0));
            case ASK -> List.of(say("turn.ask"));
            case DISCLOSE -> disclosure(tie, scene.coin());
            case JOKE ->
                List.of(say("turn.joke.opener", .35), say(scene.coin() ? "joke" : "turn.joke"), say("joke.after", .35));
            case COMPLIMENT ->
                List.of(say(tie == Tie.COUPLE ? "turn.compliment.couple" : "turn.compliment"), tell(FEELING, .2));
            case TEASE -> List.of(say("turn.tease"), say("aside", .3));
            case FLIRT -> List.of(say(tie == Tie.COUPLE ? "turn.flirt.couple" : "turn.flirt"));
            case COMFORT -> List.of(say("turn.comfort"), say("care", .5));
            case AGREE -> List.of(say("turn.agree"), say("value", .25), say("ask.more", .3));
            case DISAGREE -> List.of(say("turn.disagree"), say("value", .25), say("ask.opinion", .25));
            case ARGUE -> List.of(say("turn.argue"));
            case APOLOGISE -> List.of(say("turn.apologise"));
            case THANK -> List.of(say("turn.thank"), tell(FEELING, isNear(tie) ? .25 : 0));
            case SHARE_MEMORY -> List.of(say(memory(tie, scene.coin())));
            case INVITE -> List.of(say(invitation(tie)));
            case GOODBYE -> List.of(say("turn.goodbye." + parting(tie)));
        };
    }

    /** Strangers hear what it does and likes; those who are nearer hear how it feels. */
    private static List<Step> disclosure(Tie tie, boolean coin) {
        Step opener = say("turn.disclose", .45);
        if (!isNear(tie) && tie != Tie.STRAINED) {
            return coin
                    ? List.of(opener, enthuse(1), say("value", .35), say("ask.back", .25))
                    : List.of(opener, tell(DOING, 1), enthuse(.5), say("self", .4));
        }
        return List.of(opener, tell(FEELING, 1), tell(FEELING, .4), enthuse(.3), say("self", .2));
    }

    private static String memory(Tie tie, boolean coin) {
        return tie == Tie.NEW || coin ? "turn.memory.new" : "turn.memory.shared";
    }

    private static String invitation(Tie tie) {
        return switch (tie) {
            case SWEET -> "turn.invite.date";
            case COUPLE -> "turn.invite.couple";
            case NEW, KNOWN, FRIEND, STRAINED -> "turn.invite";
        };
    }

    private static String parting(Tie tie) {
        return switch (tie) {
            case NEW, KNOWN -> "new";
            case FRIEND, SWEET -> "friend";
            case COUPLE -> "couple";
            case STRAINED -> "strained";
        };
    }

    private static boolean isNear(Tie tie) {
        return tie == Tie.FRIEND || tie == Tie.SWEET || tie == Tie.COUPLE;
    }

    private static List<Step> asleep(DialogueAct act) {
        String kind = switch (act) {
            case GREET -> "asleep.greeting";
            case GOODBYE -> "asleep.farewell";
            case COMFORT, APOLOGISE -> "asleep.sorry";
            case COMPLIMENT, FLIRT, THANK -> "asleep.tender";
            case ASK -> "asleep.question";
            case DISCLOSE, JOKE, TEASE, AGREE, DISAGREE, ARGUE, SHARE_MEMORY, INVITE -> "asleep.any";
        };
        return List.of(say("asleep.mumble"), say(kind), say("asleep.tail", .55));
    }
}
