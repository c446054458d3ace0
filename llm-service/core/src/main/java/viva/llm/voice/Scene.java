package viva.llm.voice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import viva.contracts.Author;
import viva.contracts.DialogueAct;
import viva.contracts.Personality;
import viva.contracts.StateView;
import viva.contracts.TalkTopic;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Heard;
import viva.llm.hearing.PlainText;
import viva.llm.phrasebook.Language;

/**
 * Everything that an answer depends on but chance.
 *
 * @param interests those of the avatar that can be said
 * @param shared the interest that the owner has just touched, if any
 * @param topic what the last words are about, if anything
 * @param subject what another avatar speaks of, when it is something avatars care about
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
        Optional<String> topic,
        Optional<String> subject,
        Tone tone) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int THOUGHT_CHARS = 120;
    private static final int SEARCHED_CHARS = 1_500;
    /** Thoughts are glimpses. */
    private static final int MOST_CHARS_OF_A_THOUGHT = 160;

    static Scene of(SpeakV1 request, Heard heard, Recollection recollection, Language language, Attention attention) {
        Personality who = request.profile().personality();
        boolean heavy = request.context().concern() || heard.gist().isHeavy() || recollection.ownerWasDown();
        Set<Style> styles = heavy ? Style.seriousOf(who) : Style.of(who);
        List<String> interests =
                who.interests().stream().filter(PlainText::speakableLabel).toList();
        String said = request.said();
        String searched = asWords(said.substring(0, Math.min(SEARCHED_CHARS, said.length())));
        boolean turn = request.occasion() == SpeakV1.Occasion.TURN;
        Optional<String> subject = turn ? attention.subject(said) : Optional.empty();
        Optional<String> topic = turn ? attention.topic(request) : heard.topic();
        return new Scene(
                request,
                heard,
                recollection,
                language,
                styles,
                interests,
                who.values().stream().filter(PlainText::speakableLabel).toList(),
                interests.stream()
                        .filter(interest -> interest.length() > 2 && searched.contains(asWords(interest)))
                        .findFirst(),
                topic.filter(word -> subject.isEmpty()),
                subject,
                Tone.of(request, heard.gist(), styles));
    }

    /** Lower case words with a blank around each, so that {@code art} is not found in a party. */
    private static String asWords(String text) {
        return " "
                + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }

    StateView state() {
        return request.state();
    }

    Optional<String> name() {
        return Optional.of(request.profile().name().strip()).filter(PlainText::speakableLabel);
    }

    /** The name of the other avatar when there is one and its name can be said. */
    Optional<String> partner() {
        return Optional.ofNullable(request.partner())
                .map(SpeakV1.Partner::name)
                .map(String::strip)
                .filter(PlainText::speakableLabel);
    }

    /** What the speaker does with its turn; none when it just answers. Whoever begins without a purpose greets. */
    Optional<DialogueAct> act() {
        return request.act() == null && request.said().isBlank()
                ? Optional.of(DialogueAct.GREET)
                : Optional.ofNullable(request.act());
    }

    /** What a turn asks, tells or answers; {@link TalkTopic#NOTHING} when that was not noted or is not known here. */
    TalkTopic about() {
        return request.occasion() == SpeakV1.Occasion.TURN ? topicOf(request.topic()) : TalkTopic.NOTHING;
    }

    /** What the partner just did, or null. */
    DialogueAct cueAct() {
        SpeakV1.Cue cue = request.context().cue();
        return cue == null ? null : cue.act();
    }

    boolean cueIs(DialogueAct... any) {
        return cueAct() != null && List.of(any).contains(cueAct());
    }

    /** What the partner's last turn asked, told or answered. */
    TalkTopic cueTopic() {
        SpeakV1.Cue cue = request.context().cue();
        return cue == null ? TalkTopic.NOTHING : topicOf(cue.topic());
    }

    private static TalkTopic topicOf(String label) {
        for (TalkTopic topic : TalkTopic.values()) {
            if (topic.label().equals(label)) {
                return topic;
            }
        }
        return TalkTopic.NOTHING;
    }

    /** Whether the speaker had a turn before. */
    boolean hasSpoken() {
        return request.recent().stream().anyMatch(line -> line.author() == Author.AVATAR);
    }

    /** Whether the conversation is still empty. */
    boolean begins() {
        return request.said().isBlank() && request.recent().isEmpty();
    }

    /** Whether the owner was in distress lately, and nothing is a joke. */
    boolean concerned() {
        return request.context().concern();
    }

    Tie tie() {
        return Tie.of(request.partner());
    }

    /** A choice between two that is settled by the id of the message. */
    boolean coin() {
        return (request.messageId().value().getLeastSignificantBits() & 1) == 0;
    }

    /** The key of the words for a thought: about the other avatar when there is one. */
    String thoughtKey() {
        String key = "thought." + request.topic();
        return partner().isPresent() && !"owner".equals(request.topic()) ? key + ".about" : key;
    }

    /** Whether a wink or a smile would be out of place. */
    boolean isSerious() {
        boolean sad = concerned() || heard.gist().isHeavy() || recollection.ownerWasDown();
        return switch (request.occasion()) {
            case ANSWER -> sad;
            case TURN -> sad || tone == Tone.GENTLE || tone == Tone.IRRITATED || request.act() == DialogueAct.DISAGREE;
            case GREETING, REACH_OUT -> concerned();
            case THOUGHT -> true;
        };
    }

    /** The most characters that fit the occasion. */
    int mostChars() {
        return request.occasion() == SpeakV1.Occasion.THOUGHT ? MOST_CHARS_OF_A_THOUGHT : OfflineVoice.MOST_CHARS;
    }

    /** The latest thought when it is short and plain enough to be told. */
    Optional<String> thought() {
        return Optional.ofNullable(state().thought())
                .map(String::strip)
                .filter(thought -> !thought.isEmpty() && thought.length() <= THOUGHT_CHARS)
                .filter(thought -> thought.chars().noneMatch(c -> "<>{}[]`/\\\n".indexOf(c) >= 0))
                .map(thought -> thought.replaceAll("[.…]+$", ""));
    }

    /** Whether this avatar has a view on the topic rather than none; the same whenever it is asked. */
    boolean hasViewOnTopic() {
        int mark = topic.orElse("").toLowerCase(Locale.ROOT).hashCode()
                ^ request.avatarId().value().hashCode();
        return Math.floorMod(mark, 3) != 0;
    }

    /** Whether the owner is spoken to, whom phrasebooks may have lines of their own for. */
    boolean isToOwner() {
        return switch (request.occasion()) {
            case ANSWER, GREETING, REACH_OUT -> true;
            case TURN, THOUGHT -> false;
        };
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
