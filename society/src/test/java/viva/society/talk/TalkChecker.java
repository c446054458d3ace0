package viva.society.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an English conversation of two as a stranger would who has nothing but the words: no act, no topic, no table of the voice. It knows how
 * questions look, and for each kind of question what words an answer to it has in English.
 */
final class TalkChecker {
    private static final Pattern QUESTION = Pattern.compile("[^.!?]*\\?");

    private static final Pattern GREETING = Pattern.compile(
            "(^|[.!?] )(hello|hi|hey|ahoy|greetings|good (morning|day|evening|to (meet|see) you)|nice to (meet|see) you)\\b");

    private static final Pattern PARTING = Pattern.compile(
            "^(goodbye|bye|see you|take care|until (soon|next)|good night|i (should|have to) (go|run))\\b");

    /** A word about the other, a laugh or a nod, which name nothing. */
    private static final Pattern NOD = Pattern.compile(
            "^(ha|haha|heh|oh|oh dear|ouch|thank|thanks|i see|ah|mm|yes(?=\\.)|exactly|right(?=\\.)|me, too|good to know|you|your|that's|that|"
                    + "well|noted|careful|i like|i admire|perhaps it's|sorry|no(?=\\.)|hm|stop)\\b");

    /** Something behind a colon that is not about the other. */
    private static final Pattern NAMED = Pattern.compile("^[^.:]*: (?!you)");

    private static final Pattern UNWILLING =
            Pattern.compile("rather not|keep that to myself|too close for me|not ready to talk|leave that one");

    private static final Pattern UNKNOWING = Pattern.compile(
            "not sure|good question|hard to say|depends|couldn't say|let me think|still finding out|never found");

    private static final Pattern YES_OR_NO = Pattern.compile(
            "\\b(yes|no|not|sure|of course|gladly|pleasure|i'm in|count me in|why not|perhaps|maybe|a (little|bit)|afraid|sorry|"
                    + "can't|i'd (love|rather|like)|better)\\b");

    private static final Pattern POLAR = Pattern.compile(
            "(^|: )(do|does|did|is|are|am|was|were|will|would|shall|can|could|may|might|have|has|how about|why don't|let's)\\b");

    private final List<String> unanswered = new ArrayList<>();
    private int questions;
    private int answered;
    private int lateGreetings;
    private int asksAgain;

    /** What kind of thing is asked, and the words by which an answer to it is known. */
    private enum Kind {
        STATE(
                "how (are|do) you( feel| doing|,|\\?| really)|how are things|how's your heart|weather like inside",
                "\\b(good|fine|well|happy|glad|joy|sunny|light|mood|tired|rested|awake|calm|sad|low|angry|cross|afraid|lonely|alone|bored|"
                        + "company|comfortable|snug|cosy|ease|easy|curious|excited|new|sit still|heart|worried|okay|all right|complain\\w*|"
                        + "energy|exhausted|sleep\\w*|feel\\w*|miss|love|full|head|bright\\w*|nervous|surprised|best|heavy|hard|pillow|battery|"
                        + "think|thoughts)\\b"),
        DAY(
                "\\b(your day|today (been|like)|day (is it|did|has)|today$)",
                "\\b(day|good|lovely|bright|light|quiet|ordinary|all right|fine|calm|slow|long|full|rather grey|heavy|dragged|difficult|best|"
                        + "enough|a lot|nothing happened|bad)\\b"),
        TASTE(
                "care for|anything to you|^do you like|win you over|be something for you|i'm fond of|same (things|taste)|know the feeling|"
                        + "something for you|are you, too",
                "\\b(yes|no|not|little|bit|perhaps|much|think so|so far|i do)\\b"),
        REASON(
                "^(why (?!don't)|how come|what brought|where does that|is there a reason|what's behind)|what does it mean|makes it so special",
                "\\b(because|reason|particular|came over|woke|building up|many small|sure|hard to say|reminds|piece of me|without it|was simply)\\b"),
        BEGINNING(
                "how did (that|it|you)|what got you|come to it|first catch|get into",
                "\\b(began|accident|chance|friend|somebody|curious|wanted|started|tried)\\b"),
        HINDRANCE(
                "stopping you|in the way|would it take|keeps you from|first step",
                "\\b(time|courage|myself|putting it off|wait|begin|first step|where)\\b"),
        REMEDY(
                "anything help|helps you with it|lighter|do about it|do you good",
                "\\b(helps?|walk|talking|writing|sleep|music|alone|hands|breaths?)\\b"),
        THING("^(what|which|who|whom|where|when|how|if|is there|do you have)\\b", "");

        private final Pattern asked;
        private final Pattern answered;

        Kind(String asked, String answered) {
            this.asked = Pattern.compile(asked);
            this.answered = answered.isEmpty() ? null : Pattern.compile(answered);
        }
    }

    private TalkChecker() {}

    /** What it counted in {@code talks}, each the words of one turn after the other. */
    static TalkChecker read(List<List<String>> talks) {
        TalkChecker checker = new TalkChecker();
        talks.forEach(checker::count);
        return checker;
    }

    /** Turns that ask something. */
    int questions() {
        return questions;
    }

    /** In [0, 1]: of the turns that ask, those that the next turn answers. */
    double answeredShare() {
        return answered / (double) questions;
    }

    /** Questions without an answer, each with what was said to it. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Turns later than anybody's first that greet. */
    int lateGreetings() {
        return lateGreetings;
    }

    /** Turns that ask although the speaker's question before was not answered, and turns that ask twice. */
    int asksAgain() {
        return asksAgain;
    }

    private void count(List<String> turns) {
        for (int turn = 0; turn < turns.size(); turn++) {
            String words = plain(turns.get(turn));
            lateGreetings += turn > 1 && GREETING.matcher(words).find() ? 1 : 0;
            String question = question(words);
            if (question == null) {
                continue;
            }
            questions++;
            String reply = turn + 1 < turns.size() ? plain(turns.get(turn + 1)) : "";
            if (answers(question, reply)) {
                answered++;
            } else {
                unanswered.add(question + " – " + reply);
            }
            boolean asksTwice = QUESTION.matcher(words).results().count() > 1;
            boolean pressed = turn >= 2 && isOpen(turns, turn - 2);
            asksAgain += asksTwice || pressed ? 1 : 0;
        }
    }

    /** Whether a turn asked something that the next one left without any answer. */
    private static boolean isOpen(List<String> turns, int turn) {
        String question = question(plain(turns.get(turn)));
        return question != null && !answers(question, plain(turns.get(turn + 1)));
    }

    /** The last question of a turn, or null. */
    private static String question(String words) {
        Matcher matcher = QUESTION.matcher(words);
        String last = null;
        while (matcher.find()) {
            last = matcher.group().strip();
        }
        return last;
    }

    private static boolean answers(String question, String reply) {
        String told = reply.split("\\?", -1)[0];
        boolean asksBack = reply.indexOf('?') >= 0 && told.indexOf('.') < 0 && told.indexOf('!') < 0;
        if (asksBack || PARTING.matcher(reply).find()) {
            return false;
        }
        if (UNWILLING.matcher(reply).find() || UNKNOWING.matcher(reply).find()) {
            return true;
        }
        for (Kind kind : Kind.values()) {
            if (kind.asked.matcher(question).find()) {
                return kind.answered == null
                        ? names(reply)
                        : kind.answered.matcher(reply).find();
            }
        }
        return POLAR.matcher(question).find() && YES_OR_NO.matcher(reply).find();
    }

    /** Whether something is told: a thing that is named. */
    private static boolean names(String reply) {
        boolean nods = NOD.matcher(reply).find() && !NAMED.matcher(reply).find();
        return !nods && !GREETING.matcher(reply).find() && reply.split("\\s+").length >= 3;
    }

    /** A question in quotation marks is told, not asked. */
    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("“([^”]*)\\?”", "$1")
                .replaceAll("[“”\"]", "")
                .strip();
    }
}
