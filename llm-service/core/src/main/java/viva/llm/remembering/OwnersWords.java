package viva.llm.remembering;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import viva.contracts.FactSlot;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Language;
import viva.llm.recall.MemoryText;
import viva.llm.recall.OwnerFact;
import viva.llm.recall.OwnerFacts;
import viva.llm.recall.Recall;

/** Finds in an owner's words what is worth remembering. Pure; safe for concurrent use. Creating it reads lexicons. */
public final class OwnersWords {
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Listener listener = new Listener();
    private final Map<Language, OwnerFacts> facts = new EnumMap<>(Language.class);
    private final Map<Language, Recall> recalls = new EnumMap<>(Language.class);
    private final ChatWords chats = new ChatWords(listener);

    public OwnersWords() {
        for (Language language : Language.values()) {
            facts.put(language, new OwnerFacts(language));
            recalls.put(language, new Recall(language));
        }
    }

    /**
     * Something to remember.
     *
     * @param content in the avatar's own words, with the owner's between quotation marks
     * @param gist the same in one line
     * @param slot the fact about the owner that it holds, if it fills one
     * @param importance in [0, 1]
     * @param moving whether it stirred the owner
     */
    public record Worth(String content, String gist, Optional<FactSlot> slot, double importance, boolean moving) {}

    /**
     * The facts of one message. None of what may not be said again.
     *
     * @param hint the language that the avatar speaks
     * @param today in the owner's time zone
     * @param remembered memories that the avatar has in mind: what only repeats them is none
     */
    public List<Worth> facts(String text, Locale hint, LocalDate today, List<String> remembered) {
        Language language =
                listener.hearPhrases(text, Language.of(hint.toLanguageTag())).language();
        List<OwnerFact> found = facts.get(language).of(text, today);
        if (found.isEmpty() || !listener.maySayAgain(text)) {
            return List.of();
        }
        List<String> known = remembered.stream().map(OwnersWords::bare).toList();
        return found.stream()
                .filter(fact -> known.stream().noneMatch(memory -> memory.contains(bare(fact.gist()))))
                .map(fact ->
                        new Worth(MemoryText.of(fact, language), fact.gist(), fact.slot(), fact.importance(), false))
                .toList();
    }

    /**
     * What a chat was about, by the weightiest of the owner's lines; empty when none of them weighs anything.
     *
     * @param lines of the owner, the oldest first
     */
    public Optional<Worth> chat(List<String> lines, Locale hint) {
        Language language = Language.of(hint.toLanguageTag());
        return chats.of(
                lines,
                language,
                line -> facts.values().stream()
                        .anyMatch(rules -> !rules.of(line, LocalDate.EPOCH).isEmpty()));
    }

    /** What the owner wants to be forgotten, in their words; empty when the message is no such wish. */
    public Optional<String> toForget(String text) {
        return ForgetWishes.about(text);
    }

    /** Whether an answer to a question means yes. */
    public boolean affirms(String text) {
        return ForgetWishes.affirms(text);
    }

    /** Whether an answer to a question means no. */
    public boolean denies(String text) {
        return ForgetWishes.denies(text);
    }

    /** Whether a text speaks of what is to be forgotten, in one of the languages in which that can be wished. */
    public boolean speaksOf(String text, String about) {
        return recalls.get(Language.ENGLISH).speaksOf(text, about)
                || recalls.get(Language.PORTUGUESE).speaksOf(text, about);
    }

    /** Words in lower case with single spaces between them and around. */
    private static String bare(String text) {
        return " "
                + NO_WORDS.matcher(text.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
