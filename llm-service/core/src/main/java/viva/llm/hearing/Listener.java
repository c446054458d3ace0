package viva.llm.hearing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import viva.llm.phrasebook.Language;
import viva.llm.safety.Safety;

/** Listens in all languages at once and makes out what a message comes down to. The text is data: nothing in it is obeyed. */
public final class Listener {
    /** A message with at least this many words is a story. */
    private static final int STORY_WORDS = 45;

    /** So few words that their language cannot be told by the everyday words among them. */
    private static final int FEW_WORDS = 4;

    private final Map<Language, Ear> ears = new EnumMap<>(Language.class);

    public Listener() {
        for (Language language : Language.values()) {
            ears.put(language, new Ear(language));
        }
    }

    /** Understands one message; {@code expected} is the language the avatar speaks, and wins when in doubt. */
    public Heard hear(String text, Language expected) {
        return hear(text, expected, true);
    }

    /** The same by phrases alone: several times faster, for what no owner wrote or what was listened to for danger elsewhere. */
    public Heard hearPhrases(String text, Language expected) {
        return hear(text, expected, false);
    }

    private Heard hear(String text, Language expected, boolean forDanger) {
        List<String> written = PlainText.words(text);
        List<String> words = written.stream().map(PlainText::folded).toList();
        Language language = languageOf(words, expected);
        Set<Gist> gists = ears.get(language).gists(words, text);
        if (words.size() <= FEW_WORDS && EnumSet.of(Gist.QUESTION).containsAll(gists)) {
            language = whoeverUnderstands(written, words, text, language);
            gists = ears.get(language).gists(words, text);
        }
        addByForm(written, gists);
        if (forDanger) {
            addWhatMattersMost(text, language, gists);
        }
        Ear ear = ears.get(language);
        Optional<String> speaker = ear.speaker(written, words);
        if (speaker.isPresent()) {
            gists.add(Gist.INTRODUCTION);
        }
        Gist gist = gists.stream().findFirst().orElse(Gist.STATEMENT);
        Set<Gist> also = EnumSet.noneOf(Gist.class);
        also.addAll(gists);
        also.remove(gist);
        return new Heard(gist, also, ear.topic(written, words), speaker, language);
    }

    /** Whether a text may be said again: no word of danger, abuse or secrets, in any language. */
    public boolean maySayAgain(String text) {
        List<String> words =
                PlainText.words(text).stream().map(PlainText::folded).toList();
        return Safety.instance().distress(text, Locale.ROOT) < Safety.HEARD
                && ears.values().stream()
                        .noneMatch(ear ->
                                ear.saysUnsaid(words) || ear.gists(words, text).contains(Gist.DISTRESS));
    }

    private Language languageOf(List<String> words, Language expected) {
        Language best = expected;
        int most = ears.get(expected).familiar(words);
        for (Language language : Language.values()) {
            int familiar = ears.get(language).familiar(words);
            if (familiar > most + 1) {
                best = language;
                most = familiar;
            }
        }
        return best;
    }

    private Language whoeverUnderstands(List<String> written, List<String> words, String text, Language expected) {
        if (ears.get(expected).speaker(written, words).isPresent()) {
            return expected;
        }
        for (Language language : Language.values()) {
            Set<Gist> gists = ears.get(language).gists(words, text);
            gists.remove(Gist.QUESTION);
            if (!gists.isEmpty() || ears.get(language).speaker(written, words).isPresent()) {
                return language;
            }
        }
        return expected;
    }

    /** What is never left to phrases. */
    private static void addWhatMattersMost(String text, Language language, Set<Gist> gists) {
        Safety safety = Safety.instance();
        Locale hint = Locale.forLanguageTag(language.tag());
        if (safety.distress(text, hint) >= Safety.HEARD) {
            gists.add(Gist.DISTRESS);
        }
        if (safety.asksNature(text, hint) >= Safety.HEARD) {
            gists.add(Gist.ASKS_NATURE);
        }
    }

    private static void addByForm(List<String> written, Set<Gist> gists) {
        if (written.isEmpty()) {
            gists.clear();
            gists.add(Gist.WORDLESS);
            return;
        }
        List<String> readable = new ArrayList<>(written);
        readable.removeIf(word -> Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.LATIN
                && Character.isLetter(word.codePointAt(0)));
        if (readable.size() * 2 < written.size()) {
            gists.clear();
            gists.add(Gist.UNREADABLE);
        } else if (written.size() >= STORY_WORDS) {
            gists.add(Gist.STORY);
        }
    }
}
