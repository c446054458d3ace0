package viva.llm.voice;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Listener;
import viva.llm.hearing.PlainText;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Language;
import viva.llm.phrasebook.Phrasebook;
import viva.llm.phrasebook.Slot;

/** Words about what an owner wants to be forgotten: the question back, that it is done, or that it is kept. They are the same half asleep. */
final class Forgetting {
    private static final int MOST_CHARS = 60;

    private static final Map<Language, Pattern> OWN = Map.of(
            Language.ENGLISH, Pattern.compile("(?i)^(?:my|our) "),
            Language.PORTUGUESE, Pattern.compile("(?iu)^(?:[oa]s? )?(?:meu|nosso) "));

    private static final Pattern HERS = Pattern.compile("(?iu)^(?:[oa]s? )?(?:minha|nossa) ");

    private Forgetting() {}

    /** @param written the language of the owner's message */
    static Draft draft(SpeakV1 request, Language written, Phrasebook phrasebook, Listener listener) {
        SpeakV1.Forgetting wish = request.context().forgetting();
        Chance chance = new Chance(request.messageId().value(), 0);
        String key = "forget."
                + switch (wish.stage()) {
                    case ASKED -> "asked";
                    case DONE -> "done";
                    case KEPT -> "kept";
                };
        Map<Slot, String> slots = Map.of(Slot.ASKED, thing(wish.about(), written, phrasebook, chance, listener));
        String line = chance.oneOf(phrasebook.lines(key)).fill(slots, chance);
        return new Draft(List.of(new Draft.Part(key, line)), Tone.GENTLE);
    }

    /** What it is, turned to the owner, or a word for anything where it is long or may not be said again. */
    private static String thing(
            String about, Language written, Phrasebook phrasebook, Chance chance, Listener listener) {
        String plain = PlainText.spoken(about)
                .replaceAll("[^\\p{L}\\p{N} '’.-]+", " ")
                .replaceAll(" +", " ")
                .strip();
        if (plain.isEmpty() || plain.length() > MOST_CHARS || !listener.maySayAgain(plain)) {
            return chance.oneOf(phrasebook.lines("forget.that")).fill(Map.of(), chance);
        }
        return switch (written) {
            case ENGLISH -> OWN.get(written).matcher(plain).replaceFirst("your ");
            case PORTUGUESE ->
                HERS.matcher(OWN.get(written).matcher(plain).replaceFirst("seu "))
                        .replaceFirst("sua ");
            case SPANISH, GERMAN -> plain;
        };
    }
}
