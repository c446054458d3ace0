package viva.life.explanation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import viva.contracts.Reading;
import viva.life.appraisal.Appraisal;
import viva.life.appraisal.TextReading;
import viva.life.appraisal.Tone;
import viva.life.explanation.Explanation.Kind;
import viva.life.hearing.Signs;
import viva.life.mind.Input;

/** What reached a mind from outside and what it meant to it, in words. */
final class Happening {
    private static final int LONGEST_QUOTE = 200;

    private Happening() {}

    static void tell(Input input, Chain chain) {
        switch (input) {
            case Input.Born born -> chain.add(Kind.EVENT, "a life begins at " + born.at());
            case Input.OwnerMessage message -> heard(message, chain);
            case Input.Spoke spoke -> chain.add(Kind.EVENT, "its answer was said at " + spoke.at());
            case Input.Absent absent ->
                chain.add(Kind.EVENT, "time passed until " + absent.at() + " that nobody lived");
            case Input.OwnerCame came ->
                chain.add(Kind.EVENT, "its owner came at " + came.at(), Map.of("away_hours", came.awayHours()));
            case Input.ConcernErased erased ->
                chain.add(Kind.EVENT, "its owner asked it at " + erased.at() + " to be concerned no longer");
            case Input.Unsent unsent ->
                chain.add(
                        Kind.EVENT,
                        "what it wanted to write at " + unsent.at() + " was not sent; it may write from "
                                + unsent.until() + " on");
            case Input.Wondered wondered -> chain.add(Kind.EVENT, "its owner asked what it thinks at " + wondered.at());
            case Input.Urged urged ->
                chain.add(Kind.EVENT, "its owner asked it to talk with " + urged.other() + " at " + urged.at());
            case Input.Invited invited ->
                chain.add(Kind.EVENT, invited.host() + " asked for its company at " + invited.at());
            case Input.Declined declined ->
                chain.add(
                        Kind.EVENT,
                        "whom it asked declined at " + declined.at() + ": "
                                + declined.reason().label());
            case Input.Met met -> met(met, chain);
            case Input.Cut cut -> chain.add(Kind.EVENT, "the conversation was over before its time at " + cut.at());
            case Input.Tied tied -> tied(tied, chain);
            case Input.Left left ->
                chain.add(
                        Kind.EVENT,
                        left.other()
                                + (left.forGood() ? " left its life for good at " : " rests, as it learnt at ")
                                + left.at());
            case Input.Paused paused -> chain.add(Kind.EVENT, "a rest begins at " + paused.at());
            case Input.Resumed resumed ->
                chain.add(Kind.EVENT, "a rest is over at " + resumed.at() + ", and nothing was lived in it");
            case Input.Noticed noticed ->
                chain.add(
                        Kind.EVENT,
                        "it heard of " + noticed.other() + " at " + noticed.at(),
                        Map.of("score", noticed.score()));
        }
    }

    private static void heard(Input.OwnerMessage message, Chain chain) {
        TextReading said = message.tones();
        Map<String, Double> tones = new LinkedHashMap<>();
        for (Tone tone : Tone.values()) {
            if (said.heard(tone)) {
                tones.put(Chain.label(tone), said.of(tone));
            }
        }
        String heard = tones.isEmpty() ? "no particular tone" : String.join(", ", tones.keySet());
        boolean distress = message.reading() != null && Signs.distress(message.reading());
        String words = distress
                ? " what is repeated nowhere"
                : message.text().isEmpty() ? "" : ": \u201c" + quoted(message.text()) + "\u201d";
        chain.add(
                Kind.EVENT,
                "its owner wrote at " + message.at() + words + "; heard: " + heard + understood(message.reading()),
                tones);
        if (!distress) {
            appraised(Appraisal.ofOwner(said), chain);
        }
    }

    /** What it was read as, and by whom; nothing for a message that nobody read before. */
    private static String understood(Reading reading) {
        if (reading == null) {
            return "";
        }
        String meant = reading.intents().entrySet().stream()
                .filter(intent -> intent.getValue() >= Signs.MEANT)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return "; meant: " + (meant.isEmpty() ? "nothing particular" : meant) + " (read by " + reading.reader() + ")";
    }

    private static void met(Input.Met met, Chain chain) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("turns", (double) met.acts().size());
        numbers.put("humor_match", met.humorMatch());
        numbers.put("overlap", met.overlap());
        chain.add(Kind.EVENT, "a conversation with " + met.partner() + " begins at " + met.startsAt(), numbers);
    }

    private static void tied(Input.Tied tied, Chain chain) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("familiarity", tied.familiarity());
        numbers.put("trust", tied.trust());
        numbers.put("affection", tied.affection());
        numbers.put("attraction", tied.attraction());
        chain.add(
                Kind.EVENT,
                "its bond with " + tied.other() + " is now " + tied.status().label() + ", at " + tied.at(),
                numbers);
    }

    private static String quoted(String text) {
        int end = Math.min(text.length(), LONGEST_QUOTE);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return end < text.length() ? text.substring(0, end) + "\u2026" : text;
    }

    /** What an event meant, from its own numbers. */
    static void appraised(Appraisal appraisal, Chain chain) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("desirability", appraisal.desirability());
        numbers.put("likelihood", appraisal.likelihood());
        numbers.put("praiseworthiness", appraisal.praiseworthiness());
        numbers.put("fortune", appraisal.fortune());
        numbers.put("closeness", appraisal.closeness());
        numbers.put("unexpectedness", appraisal.unexpectedness());
        numbers.put("importance", appraisal.importance());
        chain.add(
                Kind.APPRAISAL,
                String.format(
                        Locale.ROOT,
                        "desirability %.2f, praiseworthiness %.2f, closeness %.2f, importance %.2f",
                        appraisal.desirability(),
                        appraisal.praiseworthiness(),
                        appraisal.closeness(),
                        appraisal.importance()),
                numbers);
    }
}
