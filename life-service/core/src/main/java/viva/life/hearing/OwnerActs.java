package viva.life.hearing;

import static viva.life.hearing.Signs.intent;
import static viva.life.hearing.Signs.tone;

import java.util.List;
import java.util.function.Predicate;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.life.appraisal.Tone;

/** What an owner does with a message, by a table: the first row that fits. */
public final class OwnerActs {
    private record Row(DialogueAct act, Predicate<Reading> fits) {}

    private static final List<Row> TABLE = List.of(
            new Row(DialogueAct.DISCLOSE, Signs::distress),
            new Row(DialogueAct.ARGUE, Signs.attack()),
            new Row(DialogueAct.APOLOGISE, intent("apology")),
            new Row(
                    DialogueAct.DISCLOSE,
                    intent(
                            "grief",
                            "bad_news",
                            "good_news",
                            Intents.FEELING_BETTER,
                            "affection",
                            "love",
                            "missing_you")),
            new Row(DialogueAct.INVITE, intent("invitation")),
            new Row(DialogueAct.ASK, Signs.question()),
            new Row(DialogueAct.COMPLIMENT, intent("compliment").or(tone(Tone.PRAISE))),
            new Row(DialogueAct.THANK, intent("thanks").or(tone(Tone.THANKS))),
            new Row(DialogueAct.GOODBYE, intent("farewell").or(tone(Tone.FAREWELL))),
            new Row(DialogueAct.GREET, intent("greeting", "introduction").or(tone(Tone.GREETING))),
            new Row(DialogueAct.DISCLOSE, intent("tells_fact")),
            new Row(DialogueAct.AGREE, intent("agreement")),
            new Row(DialogueAct.DISAGREE, intent("disagreement")),
            new Row(null, intent("laughter", "wordless", "unreadable")),
            new Row(DialogueAct.DISCLOSE, reading -> true));

    private OwnerActs() {}

    /** Null when it cannot be told. */
    public static DialogueAct of(Reading reading) {
        for (Row row : TABLE) {
            if (row.fits().test(reading)) {
                return row.act();
            }
        }
        return null;
    }
}
