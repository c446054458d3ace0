package viva.llm.voice;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import viva.contracts.Author;
import viva.contracts.SaidHash;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;
import viva.llm.recall.Recalled;
import viva.llm.recall.Telling;

/**
 * What an avatar remembers of the last messages, so that it refers back and does not say the same thing twice.
 *
 * @param owner the name the owner gave, if any
 * @param earlier a topic of an earlier message, if any, that is not the present one; never of a message of distress
 * @param ownerWasDown whether the owner told something sad lately
 * @param repeated whether the owner says word for word what they said before
 * @param answers the avatar's own latest messages, and those of the avatar it talks with, folded
 * @param sentences their sentences
 * @param saidBefore hashes of what the avatar said before those
 * @param recalled what the owner told of what they ask now, if they ask for something they could have told
 * @param telling what the owner tells of themselves now, if anything
 * @param reminders what the avatar's memories give to the answer
 */
record Recollection(
        Optional<String> owner,
        Optional<String> earlier,
        boolean ownerWasDown,
        boolean repeated,
        Set<String> answers,
        Set<String> sentences,
        Set<Integer> saidBefore,
        Optional<Recalled> recalled,
        Optional<Telling> telling,
        Reminders reminders) {
    /** The owner's lines that are listened to again; more would cost time and is rarely what one refers to. */
    private static final int LINES = 8;

    private static final int LINE_CHARS = 400;

    /** Shorter sentences, such as "Hm.", may come again. */
    private static final int WORTH_KEEPING = 10;

    /** As many characters in common at the beginning make two sentences the same. */
    private static final int BEGINNING = 24;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+");

    /** Of somebody who has heard and said nothing yet. */
    static final Recollection NOTHING = new Recollection(
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Reminders.NONE);

    static Recollection of(SpeakV1 request, Heard now, Listener listener, Language language) {
        Set<String> answers = new HashSet<>();
        Set<String> sentences = new HashSet<>();
        Optional<String> owner = now.speaker();
        Optional<String> earlier = Optional.empty();
        boolean down = false;
        boolean repeated = false;
        int listened = 0;
        if (request.occasion() == SpeakV1.Occasion.TURN) {
            answers.add(folded(request.said()));
            sentencesOf(request.said()).forEach(sentences::add);
        }
        for (SpeakV1.Line line : request.recent().reversed()) {
            String content = line.content() == null ? "" : line.content();
            if (line.author() == Author.AVATAR || line.author() == Author.PARTNER) {
                answers.add(folded(content));
                sentencesOf(content).forEach(sentences::add);
            } else if (listened++ < LINES) {
                Heard then = listener.hear(content.substring(0, Math.min(LINE_CHARS, content.length())), language);
                owner = owner.or(then::speaker);
                boolean distress = then.gist() == Gist.DISTRESS;
                earlier = earlier.or(() ->
                        then.topic().filter(topic -> !distress && !now.topic().equals(Optional.of(topic))));
                down |= distress || then.gist() == Gist.BAD_NEWS || then.gist() == Gist.GRIEF;
                repeated |= content.strip().equalsIgnoreCase(request.said().strip());
            }
        }
        boolean mentioned = earlier.map(Recollection::folded)
                .filter(topic ->
                        sentences.stream().anyMatch(sentence -> (" " + sentence + " ").contains(" " + topic + " ")))
                .isPresent();
        return new Recollection(
                owner,
                mentioned ? Optional.empty() : earlier,
                down,
                repeated,
                answers,
                sentences,
                Set.copyOf(request.context().saidBefore()),
                Optional.empty(),
                Optional.empty(),
                Reminders.NONE);
    }

    Recollection with(Optional<Recalled> asked, Optional<Telling> told, Reminders reminded) {
        return new Recollection(
                owner, earlier, ownerWasDown, repeated, answers, sentences, saidBefore, asked, told, reminded);
    }

    /** A statement that tells a fact of the owner is heard as one. */
    Heard heard(Heard heard) {
        boolean tells = heard.gist() == Gist.STATEMENT
                && telling.filter(told -> told.kind().isFact()).isPresent();
        return tells
                ? new Heard(Gist.TELLS_FACT, heard.also(), heard.topic(), heard.speaker(), heard.language())
                : heard;
    }

    /** Whether a name or another word was said in one of the latest answers. */
    boolean mentions(String word) {
        String sought = folded(word);
        return answers.stream().anyMatch(answer -> (" " + answer + " ").contains(" " + sought + " "));
    }

    /** Whether an answer, or a sentence of it, was given before: parts that are new may make an old sentence together. */
    boolean repeats(String content) {
        return answers.contains(folded(content)) || wasHashed(content);
    }

    private boolean wasHashed(String text) {
        return !saidBefore.isEmpty() && SaidHash.ofSentences(text).stream().anyMatch(saidBefore::contains);
    }

    /** Whether one of the sentences of {@code text} was said lately, by either of two avatars who talk. */
    boolean hasSaid(String text) {
        return (!sentences.isEmpty() && sentencesOf(text).anyMatch(this::isOld)) || wasHashed(text);
    }

    /** A sentence that only ends otherwise than an earlier one is no new sentence. */
    private boolean isOld(String sentence) {
        if (sentence.length() < BEGINNING) {
            return sentences.contains(sentence);
        }
        String beginning = sentence.substring(0, BEGINNING);
        return sentences.stream().anyMatch(earlier -> earlier.startsWith(beginning));
    }

    private static Stream<String> sentencesOf(String text) {
        return SENTENCE_END
                .splitAsStream(text)
                .map(Recollection::folded)
                .filter(sentence -> sentence.length() >= WORTH_KEEPING);
    }

    /** Letters and digits in lower case with single spaces between words. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                folded.append(Character.toLowerCase(c));
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }
}
