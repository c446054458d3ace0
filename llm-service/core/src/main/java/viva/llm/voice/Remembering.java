package viva.llm.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import viva.contracts.Author;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Gist;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;
import viva.llm.recall.MemoryText;
import viva.llm.recall.Recall;
import viva.llm.recall.Recalled;
import viva.llm.recall.Telling;

/** Asks what the owner told for what the owner asks: the avatar's memories, and the lines that came with the request. */
final class Remembering {
    private static final Pattern AFTER_A_SENTENCE = Pattern.compile("(?<=[.!?…])\\s+");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
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
        List<String> lines = new ArrayList<>(memories(request));
        lines.addAll(ownersLines(request));
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
        return unknown;
    }

    /** What the memories of the request give to the answer. */
    Reminders reminders(SpeakV1 request, Heard heard, Optional<Recalled> recalled) {
        if (recalled.isPresent() && recalled.get() instanceof Recalled.Fact fact) {
            String source = bare(fact.source());
            return new Reminders(
                    request.memories().stream()
                            .filter(memory -> MemoryText.said(memory.content())
                                    .filter(said -> bare(said).contains(source))
                                    .isPresent())
                            .map(SpeakV1.Memory::id)
                            .toList(),
                    Optional.empty());
        }
        return request.occasion() == SpeakV1.Occasion.ANSWER || request.occasion() == SpeakV1.Occasion.GREETING
                ? new Reminders(List.of(), fitting(request, heard))
                : Reminders.NONE;
    }

    /** Something that the owner told once, not lately, and that goes with what they say; anything of theirs where they say nothing. */
    private Optional<Reminders.Fitting> fitting(SpeakV1 request, Heard heard) {
        Recall recall = recalls.get(heard.language());
        List<String> lately = new ArrayList<>(ownersLines(request));
        lately.add(request.said());
        return request.memories().stream()
                .flatMap(memory -> MemoryText.said(memory.content())
                        .filter(said -> request.said().isBlank() || recall.haveInCommon(request.said(), said))
                        .filter(said ->
                                lately.stream().noneMatch(line -> bare(line).contains(bare(said))))
                        .filter(listener::maySayAgain)
                        .flatMap(recall::turned)
                        .map(turned -> new Reminders.Fitting(memory.id(), turned))
                        .stream())
                .findFirst();
    }

    /** What the owner said of what the avatar remembers, the oldest first: of two that say otherwise the later one counts. */
    private static List<String> memories(SpeakV1 request) {
        return request.memories().stream()
                .sorted(Comparator.comparing(SpeakV1.Memory::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .flatMap(memory -> MemoryText.said(memory.content()).stream())
                .toList();
    }

    private static String bare(String text) {
        return NO_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** What the message itself tells of the owner. */
    Optional<Telling> telling(SpeakV1 request, Heard heard) {
        return request.occasion() == SpeakV1.Occasion.ANSWER
                ? recalls.get(heard.language()).telling(request.said(), listener::maySayAgain)
                : Optional.empty();
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
