package viva.llm.voice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import viva.contracts.Author;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;
import viva.llm.recall.Recall;
import viva.llm.recall.Recalled;
import viva.llm.recall.Telling;

/** Asks what the owner told for what the owner asks: of the lines that came with the request, then of the avatar's memories. */
final class Remembering {
    private static final Pattern AFTER_A_SENTENCE = Pattern.compile("(?<=[.!?…])\\s+");
    private static final int SEARCHED_CHARS = 600;

    private final Map<Language, Recall> recalls = new EnumMap<>(Language.class);
    private final Listener listener;

    Remembering(Listener listener) {
        this.listener = listener;
        for (Language language : Language.values()) {
            recalls.put(language, new Recall(language));
        }
    }

    /** What comes back; none when nothing was asked that the owner could have told. */
    Optional<Recalled> recalled(SpeakV1 request, Heard heard) {
        if (request.occasion() != SpeakV1.Occasion.ANSWER || request.said().isBlank()) {
            return Optional.empty();
        }
        if (heard.gist() == Gist.TELLS_FACT && request.said().indexOf('?') < 0) {
            return Optional.empty();
        }
        Recall recall = recalls.get(heard.language());
        List<String> lines = ownersLines(request);
        boolean asksMemory = isAsked(heard, Gist.ASKS_MEMORY) || isAsked(heard, Gist.ASKS_OWN_NAME);
        List<String> sentences = sentences(request.said());
        Optional<Recalled> unknown = Optional.empty();
        for (String sentence : sentences) {
            boolean expected = asksMemory && (sentences.size() == 1 || sentence.endsWith("?"));
            Optional<Recalled> found = recall.answer(sentence, lines, listener::maySayAgain, expected);
            if (found.isPresent() && found.get() instanceof Recalled.Fact) {
                return found;
            }
            unknown = unknown.or(() -> found);
        }
        return unknown.map(nothing -> remembered(request, recall, sentences).orElse(nothing));
    }

    /** What the message itself tells of the owner. */
    Optional<Telling> telling(SpeakV1 request, Heard heard) {
        return request.occasion() == SpeakV1.Occasion.ANSWER
                ? recalls.get(heard.language()).telling(request.said(), listener::maySayAgain)
                : Optional.empty();
    }

    private Optional<Recalled> remembered(SpeakV1 request, Recall recall, List<String> sentences) {
        List<String> memories = request.context().memories().reversed().stream()
                .map(SpeakV1.Memory::content)
                .toList();
        return sentences.stream()
                .flatMap(sentence -> recall.answer(sentence, memories, listener::maySayAgain, true).stream())
                .filter(Recalled.Fact.class::isInstance)
                .findFirst();
    }

    private static boolean isAsked(Heard heard, Gist gist) {
        return heard.gist() == gist || heard.also().contains(gist);
    }

    private static List<String> ownersLines(SpeakV1 request) {
        List<String> lines = new ArrayList<>();
        for (SpeakV1.Line line : request.recent()) {
            if (line.author() == Author.OWNER && line.content() != null) {
                lines.add(line.content());
            }
        }
        return lines;
    }

    private static List<String> sentences(String said) {
        String searched = said.substring(0, Math.min(SEARCHED_CHARS, said.length()));
        return List.of(AFTER_A_SENTENCE.split(searched.strip(), -1));
    }
}
