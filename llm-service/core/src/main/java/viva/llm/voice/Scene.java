package viva.llm.voice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import viva.contracts.Personality;
import viva.contracts.StateView;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Heard;
import viva.llm.hearing.PlainText;
import viva.llm.phrasebook.Language;

/**
 * Everything that an answer depends on but chance.
 *
 * @param interests those of the avatar that can be said
 * @param shared the interest that the owner has just touched, if any
 */
record Scene(
        SpeakV1 request,
        Heard heard,
        Recollection recollection,
        Language language,
        Set<Style> styles,
        List<String> interests,
        List<String> values,
        Optional<String> shared,
        Tone tone) {
    private static final int THOUGHT_CHARS = 120;
    private static final int SEARCHED_CHARS = 1_500;

    static Scene of(SpeakV1 request, Heard heard, Recollection recollection, Language language) {
        Personality who = request.profile().personality();
        Set<Style> styles = Style.of(who);
        List<String> interests =
                who.interests().stream().filter(PlainText::speakableLabel).toList();
        String said = request.said();
        String searched =
                said.substring(0, Math.min(SEARCHED_CHARS, said.length())).toLowerCase(Locale.ROOT);
        return new Scene(
                request,
                heard,
                recollection,
                language,
                styles,
                interests,
                who.values().stream().filter(PlainText::speakableLabel).toList(),
                interests.stream()
                        .filter(interest ->
                                interest.length() > 2 && searched.contains(interest.toLowerCase(Locale.ROOT)))
                        .findFirst(),
                Tone.of(request.state(), heard.gist(), styles));
    }

    StateView state() {
        return request.state();
    }

    Optional<String> name() {
        return Optional.of(request.profile().name().strip()).filter(PlainText::speakableLabel);
    }

    /** The latest thought when it is short and plain enough to be told. */
    Optional<String> thought() {
        return Optional.ofNullable(state().thought())
                .map(String::strip)
                .filter(thought -> !thought.isEmpty() && thought.length() <= THOUGHT_CHARS)
                .filter(thought -> thought.chars().noneMatch(c -> "<>{}[]`/\\\n".indexOf(c) >= 0))
                .map(thought -> thought.replaceAll("[.…]+$", ""));
    }

    /** The odds of saying one thing more: the outgoing go on where the quiet stop; unchanged for the average. */
    double inclined(double odds) {
        double extraversion = request.profile().personality().extraversion().value();
        return StrictMath.pow(odds, 1.7 - 1.4 * extraversion);
    }

    /** How long an answer this avatar tends to give, in characters: the outgoing talk more, the tired less. */
    int talkativeness() {
        double extraversion = request.profile().personality().extraversion().value();
        double openness = request.profile().personality().openness().value();
        double length = 60 + 150 * extraversion + 40 * openness;
        return (int) (state().energy() < 25 ? length * .6 : length);
    }
}
