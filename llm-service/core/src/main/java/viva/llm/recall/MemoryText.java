package viva.llm.recall;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import viva.llm.phrasebook.Language;

/**
 * The text of a memory of what an owner said: the avatar's own words, and the owner's between quotation marks, so that what the owner said is found
 * again to the letter.
 */
public final class MemoryText {
    private static final Pattern QUOTED = Pattern.compile("“([^”]*)”");

    /** How avatars call their owners, where a memory has no quotation: what follows is the owner's. */
    private static final Pattern OWNERS = Pattern.compile(
            "(?i)\\bmy owner's\\b|\\b(?:o|a|os|as) (?<thing>[\\p{L} ]{2,40}?) d(?:a minha pessoa|o meu dono|a minha dona)\\b");

    private MemoryText() {}

    /** A fact with the owner's words; {@code language} is that of the fact. */
    public static String of(OwnerFact fact, Language language) {
        if (fact.gist().contains("“")) {
            return fact.gist() + ".";
        }
        return fact.gist() + ". " + toldMe(language) + ": “" + fact.said() + "”.";
    }

    /** What a chat was about: some of the owner's lines. */
    public static String ofChat(List<String> lines, Language language) {
        String quoted = lines.stream().map(line -> "“" + line + "”").collect(Collectors.joining(", "));
        return toldMe(language) + ": " + quoted + ".";
    }

    static String toldMe(Language language) {
        return switch (language) {
            case ENGLISH -> "My owner told me";
            case PORTUGUESE -> "Minha pessoa me contou";
            case SPANISH -> "Mi persona me contó";
            case GERMAN -> "Mein Mensch hat mir erzählt";
        };
    }

    /** What the owner said, of a memory of it, as if they said it once more; empty when it holds nothing of the kind. */
    public static Optional<String> said(String memory) {
        String quoted = QUOTED.matcher(memory)
                .results()
                .map(match -> match.group(1).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
        if (!quoted.isEmpty()) {
            return Optional.of(quoted);
        }
        String told = OWNERS.matcher(memory).replaceAll(MemoryText::mine);
        return told.equals(memory) ? Optional.empty() : Optional.of(told);
    }

    private static String mine(MatchResult match) {
        String thing = match.group(1);
        return thing == null ? "my" : (thing.endsWith("a") ? "minha " : "meu ") + Matcher.quoteReplacement(thing);
    }
}
