package viva.llm.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the text of rules into {@link Sequence}s. A rule that cannot be read is a defect of the build and throws. */
final class RuleParser {
    private static final int SHORT_GAP = 3;
    private static final int LONG_GAP = 7;

    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    Set<String> words() {
        return Set.copyOf(words);
    }

    Map<String, String> kinds() {
        Map<String, String> kinds = new HashMap<>();
        classes.forEach((name, members) -> {
            if (Character.isUpperCase(name.charAt(0))) {
                members.stream().filter(member -> member.indexOf('+') < 0).forEach(member -> kinds.put(member, name));
            }
        });
        return kinds;
    }

    void define(String name, String members) {
        Set<String> all = classes.computeIfAbsent(name, _ -> new LinkedHashSet<>());
        for (String member : members.strip().split("\\s+", -1)) {
            all.addAll(expanded(member));
        }
    }

    Sequence sequence(String text) {
        List<Sequence.Element> elements = new ArrayList<>();
        for (String element : text.strip().split("\\s+", -1)) {
            elements.add(element(element));
        }
        return new Sequence(elements);
    }

    private Sequence.Element element(String text) {
        return switch (text) {
            case ".." -> new Sequence.Element.Gap(SHORT_GAP);
            case "..." -> new Sequence.Element.Gap(LONG_GAP);
            case "_" -> throw new IllegalArgumentException("no such element: _");
            case "^" -> new Sequence.Element.Start();
            case "$" -> new Sequence.Element.End();
            case "?" -> oneOf("?", false);
            default -> composed(text);
        };
    }

    private Sequence.Element composed(String text) {
        if (text.startsWith("<!")) {
            return new Sequence.Element.NotAfter(oneOf(text.substring(2), false));
        }
        if (text.startsWith("!")) {
            return new Sequence.Element.Not(oneOf(text.substring(1), false));
        }
        boolean optional = text.endsWith("?") && !text.endsWith("|?");
        return oneOf(optional ? text.substring(0, text.length() - 1) : text, optional);
    }

    private Sequence.Element.OneOf oneOf(String text, boolean optional) {
        Set<String> single = new HashSet<>();
        List<String> prefixes = new ArrayList<>();
        Map<String, List<List<String>>> phrases = new HashMap<>();
        for (String alternative : text.split("\\|", -1)) {
            for (String member : expanded(alternative)) {
                List<String> phrase = List.of(member.split("\\+", -1));
                if (phrase.size() > 1) {
                    phrases.computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>())
                            .add(phrase);
                    words.addAll(phrase);
                } else if (member.endsWith("*")) {
                    prefixes.add(member.substring(0, member.length() - 1));
                } else {
                    single.add(member);
                    words.add(member);
                }
            }
        }
        phrases.values().forEach(list -> list.sort((one, other) -> Integer.compare(other.size(), one.size())));
        return new Sequence.Element.OneOf(Set.copyOf(single), List.copyOf(prefixes), Map.copyOf(phrases), optional);
    }

    private Set<String> expanded(String member) {
        if (member.isEmpty()) {
            throw new IllegalArgumentException("an empty alternative");
        }
        if (!member.startsWith("@")) {
            return Set.of(member);
        }
        Set<String> known = classes.get(member.substring(1));
        if (known == null) {
            throw new IllegalArgumentException("no such class: " + member);
        }
        return known;
    }
}
