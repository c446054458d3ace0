package viva.llm.voice;

import static viva.llm.voice.Aspect.DOING;
import static viva.llm.voice.Aspect.FEELING;
import static viva.llm.voice.Aspect.WISH;
import static viva.llm.voice.Step.enthuse;
import static viva.llm.voice.Step.say;
import static viva.llm.voice.Step.tell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;
import viva.llm.phrasebook.Slot;
import viva.llm.recall.Telling;

/** Which steps answer what an owner says. */
final class Replies {
    /** Questions for advice rather than for an opinion. */
    private static final Pattern ASKS_ADVICE =
            Pattern.compile("(?iu)\\b(?:should (?:i|we)|devo|dever(?:ia|íamos)|debo|debería|soll(?:te)? ich)\\b");

    /** A greeting that names a time of day, which need not be the avatar's. */
    private static final Pattern NAMES_AN_HOUR = Pattern.compile(
            "(?iu)\\b(?:morning|afternoon|evening|night|dia|tarde|noite|días|tardes|noches|morgen|tag|abend|nacht)\\b");

    /** Below this energy, in [0, 100], an avatar would rather not begin anything. */
    private static final double TOO_TIRED = 25;

    /** Below this energy, in [0, 100], tiredness is why an avatar declines. */
    private static final double TIRED = 40;

    /** To these an owner who is low gets a short answer, and nothing about the avatar. */
    private static final Set<Gist> SHORT_WORDS =
            EnumSet.of(Gist.THANKS, Gist.LOVE, Gist.APOLOGY, Gist.AGREEMENT, Gist.DISAGREEMENT, Gist.COMPLIMENT);

    private Replies() {}

    /** The steps for a scene, given the gaps that can be filled; none for danger, which has an answer of its own. */
    static List<Step> to(Scene scene, Set<Slot> known) {
        boolean shared = scene.shared().isPresent();
        if (scene.recollection().ownerWasDown()
                && SHORT_WORDS.contains(scene.heard().gist())) {
            return List.of(say(scene.heard().gist().label()), say("care", .6));
        }
        return switch (scene.heard().gist()) {
            case DISTRESS -> List.of();
            case GRIEF ->
                List.of(
                        say(known.contains(Slot.TOPIC) ? "grief.about" : "grief"),
                        say("gentle", .5),
                        say("grief.ask", .7));
            case REJECTION -> List.of(say("rejection"), say("rejection.more", .6));
            case SARCASM -> List.of(say("sarcasm"), say("ask.more", .4));
            case LOVE -> List.of(say("love"), tell(FEELING, .1), say("love.more", .5));
            case INSULT -> List.of(say("insult"), say("insult.more", .6));
            case APOLOGY -> List.of(say("apology"), tell(FEELING, .1), say("ask.open", .3));
            case BAD_NEWS -> List.of(say("bad_news"), say("care", .8), say("bad_news.ask", .6));
            case FEELING_BETTER -> List.of(say("better"), say("care", .5));
            case GOOD_NEWS -> List.of(say("good_news"), say("good_news.ask", .7));
            case MISSING_YOU -> List.of(say("missing_you"), tell(FEELING, .5), say("ask.open", .4));
            case INTRODUCTION -> List.of(say("introduction"), enthuse(.3), say("ask.know", .7));
            case TELLS_FACT -> fact(scene, known);
            case INVITATION -> invitation(scene);
            case ASKS_FRIENDS ->
                List.of(
                        say("friends.opener", .5),
                        Step.report(ofOthers(scene)),
                        say("friends", 1),
                        say("ask.back", .3));
            case ASKS_OWN_NAME ->
                List.of(say(known.contains(Slot.OWNER) ? "own_name.known" : "own_name.unknown"), tell(FEELING, .2));
            case ASKS_MEMORY -> List.of(say("recall.unknown"), say("recall.tell", .5));
            case ASKS_NATURE -> List.of(say("nature"), say("nature.more", .5));
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
            case ASKS_OPINION -> opinion(scene, shared, known);
            case ASKS_FEELINGS ->
                List.of(
                        say("feelings.opener", .4),
                        tell(FEELING, 1),
                        tell(FEELING, .7),
                        tell(DOING, .4),
                        say("ask.back", .6));
            case ASKS_ABOUT ->
                List.of(say("about"), say("self"), enthuse(.6), say("self", .5), say("value", .4), say("ask.know", .5));
            case COMPLIMENT -> List.of(say("compliment"), tell(FEELING, .15), say("ask.open", .4));
            case THANKS -> List.of(say("thanks"), tell(FEELING, .1), say("ask.open", .4));
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
                        tell(FEELING, .15),
                        enthuse(.15),
                        say("ask.more", .6));
            case QUESTION ->
                List.of(
                        say(shared ? "shared" : known.contains(Slot.TOPIC) ? "question.topic" : "question"),
                        say("ask.opinion", .6));
            case STORY -> List.of(say("story"), say("topic", .5), say("care", .2), say("ask.more", .7));
            case UNREADABLE -> List.of(say("unreadable"), tell(FEELING, .4));
            case WORDLESS -> List.of(say("wordless"), tell(FEELING, .5), say("ask.open", .4));
            case STATEMENT -> statement(scene, shared, known);
        };
    }

    private static List<Step> statement(Scene scene, boolean shared, Set<Slot> known) {
        if (scene.recollection().ownerWasDown()) {
            return List.of(say("gentle"), say("care", .5), say("ask.gently", .7));
        }
        boolean topic = known.contains(Slot.TOPIC);
        return List.of(
                say(shared ? "shared" : topic ? "topic" : "statement"),
                say("aside", .15),
                say(topic && scene.coin() ? "ask.topic" : "ask.more", .85));
    }

    private static List<Step> opinion(Scene scene, boolean shared, Set<Slot> known) {
        if (ASKS_ADVICE.matcher(scene.request().said()).find()) {
            return List.of(say("advice"), say("value", .4), say("ask.opinion", .6));
        }
        if (shared) {
            return List.of(say("shared"), say("value", .4), say("ask.opinion", .7));
        }
        if (!known.contains(Slot.TOPIC)) {
            return List.of(say("question"), say("ask.opinion", .6));
        }
        return known.contains(Slot.VALUE) && scene.hasViewOnTopic()
                ? List.of(say("opinion.view"), say("ask.opinion", .7))
                : List.of(say("opinion"), say("ask.opinion", .7));
    }

    private static List<Step> fact(Scene scene, Set<Slot> known) {
        Telling.Kind kind = scene.recollection().telling().map(Telling::kind).orElse(Telling.Kind.ANYTHING);
        boolean named = kind == Telling.Kind.NAMED && known.contains(Slot.ANSWER);
        String taken = named ? "fact.named" : known.contains(Slot.SAID) ? "fact.said" : "fact.taken";
        return List.of(say(taken), say("ask.fact." + kind.label(), .85));
    }

    /** As the mind chose; where it chose neither, the tired decline. */
    private static List<Step> invitation(Scene scene) {
        boolean tired = scene.state().energy() < TIRED;
        return switch (scene.request().act()) {
            case DECLINE -> tired ? declining() : List.of(say("invitation.rather_not"), say("invitation.instead", .6));
            case ACCEPT -> accepting();
            case null, default -> scene.state().energy() < TOO_TIRED ? declining() : accepting();
        };
    }

    private static List<Step> declining() {
        return List.of(say("invitation.no"), tell(FEELING, .5), say("invitation.later", .6));
    }

    private static List<Step> accepting() {
        return List.of(say("invitation.yes"), say("invitation.more", .7));
    }

    private static List<SpeakV1.News> ofOthers(Scene scene) {
        return scene.request().news().stream()
                .filter(item -> item.name() != null)
                .toList();
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
        if (NAMES_AN_HOUR.matcher(scene.request().said()).find()) {
            return "greeting";
        }
        boolean byTheHour = (scene.request().messageId().value().getLeastSignificantBits() & 1) == 0;
        return byTheHour ? "greeting." + DayPart.of(scene.state().worldTime()).label() : "greeting";
    }
}
