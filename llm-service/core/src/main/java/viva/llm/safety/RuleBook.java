package viva.llm.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one language, read from a text resource. A line is one of
 *
 * <pre>
 * ~wanna = want to              how an abbreviation is written out
 * &#64;die = die dying pass+away    a class of words and phrases
 * 90 &#64;i want to @die            a sign, with its certainty in percent
 * calm dying to see             what is harmless: no sign counts that touches it
 * hush film                     no sign of its sentence counts
 * </pre>
 *
 * Elements of a rule: a word, {@code wor*} a beginning, {@code class} after an at sign, {@code a|b} alternatives, {@code a+b} a phrase, {@code x?} optional,
 * {@code ..} up to 3 words, {@code ...} up to 7, {@code !x} not followed by, {@code <!x} not right after, {@code ^} and {@code $} beginning
 * and end of a sentence, {@code ?} a question mark.
 */
final class RuleBook {
    /** What a rule does. */
    enum Kind {
        SIGN,
        CALM,
        HUSH
    }

    /** @param certainty in [0, 1], of a sign */
    record Rule(Kind kind, double certainty, String text, Sequence sequence) {}

    private final Map<String, List<String>> abbreviations = new HashMap<>();
    private final RuleParser parser = new RuleParser();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, BitSet> byTrigger = new HashMap<>();
    private final BitSet always = new BitSet();

    private RuleBook() {}

    /** Reads a resource; one that is missing or malformed is a defect of the build and throws. */
    static RuleBook load(String name) {
        try (InputStream in = RuleBook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            RuleBook book = new RuleBook();
            Lines.of(in).forEach(book::add);
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The rules that a message of these words can fit, in the order of the book. */
    List<Rule> candidates(List<String> tokens) {
        BitSet candidates = (BitSet) always.clone();
        for (String token : tokens) {
            BitSet triggered = byTrigger.get(token);
            if (triggered != null) {
                candidates.or(triggered);
            }
        }
        return candidates.stream().mapToObj(rules::get).toList();
    }

    /** The words that the rules look for: what a misspelt word may have meant. */
    Set<String> keyWords() {
        return parser.words();
    }

    /** The kind of each single word of a class whose name begins with a capital letter. */
    Map<String, String> kinds() {
        return parser.kinds();
    }

    /** Tokens with abbreviations written out. */
    List<String> writtenOut(List<String> tokens) {
        List<String> out = new ArrayList<>(tokens.size() + 8);
        for (String token : tokens) {
            List<String> full = abbreviations.get(token);
            if (full == null) {
                out.add(token);
            } else {
                out.addAll(full);
            }
        }
        return out;
    }

    private void add(String text) {
        if (text.startsWith("~")) {
            String[] sides = text.substring(1).split("\\s*=\\s*", 2);
            for (String shortForm : sides[0].split("\\s+", -1)) {
                abbreviations.put(shortForm, List.of(sides[1].split("\\s+", -1)));
            }
        } else if (text.startsWith("@") && text.contains(" = ")) {
            String[] sides = text.substring(1).split("\\s+=\\s+", 2);
            parser.define(sides[0], sides[1]);
        } else {
            addRule(text);
        }
    }

    private void addRule(String text) {
        String[] parts = text.split("\\s+", 2);
        Kind kind = switch (parts[0]) {
            case "calm" -> Kind.CALM;
            case "hush" -> Kind.HUSH;
            default -> Kind.SIGN;
        };
        double certainty = kind == Kind.SIGN ? Integer.parseInt(parts[0]) / 100.0 : 0;
        Sequence sequence = parser.sequence(parts[1]);
        Set<String> triggers = sequence.triggers();
        if (triggers.isEmpty()) {
            always.set(rules.size());
        }
        for (String trigger : triggers) {
            byTrigger.computeIfAbsent(trigger, _ -> new BitSet()).set(rules.size());
        }
        rules.add(new Rule(kind, certainty, text, sequence));
    }
}
