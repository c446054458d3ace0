package viva.llm.phrasebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of a phrasebook: text with alternatives in brackets, which may nest and be empty, and gaps in braces, as in
 * {@code "[Hm, |]I [like|enjoy] {interest}."}.
 */
public final class Template {
    private sealed interface Node {
        record Text(String text) implements Node {}

        record Gap(Slot slot) implements Node {}

        record Choice(List<Template> options) implements Node {
            List<Template> fitting(Set<Slot> known) {
                boolean plain = options.stream().allMatch(option -> option.slots.isEmpty());
                return plain
                        ? options
                        : options.stream().filter(option -> option.fits(known)).toList();
            }
        }
    }

    private final List<Node> nodes;
    private final Set<Slot> slots;

    private Template(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        Set<Slot> found = EnumSet.noneOf(Slot.class);
        for (Node node : nodes) {
            switch (node) {
                case Node.Text _ -> {}
                case Node.Gap gap -> found.add(gap.slot());
                case Node.Choice choice -> choice.options().forEach(option -> found.addAll(option.slots));
            }
        }
        this.slots = Collections.unmodifiableSet(found);
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException when a bracket or brace is left open or a gap has an unknown name
     */
    public static Template parse(String line) {
        return new Parser(line).whole();
    }

    /** Every gap that occurs in it. */
    public Set<Slot> slots() {
        return slots;
    }

    /** Whether it can be said when only {@code known} gaps can be filled: alternatives that need another one are left out. */
    public boolean fits(Set<Slot> known) {
        if (slots.isEmpty()) {
            return true;
        }
        for (Node node : nodes) {
            boolean fits = switch (node) {
                case Node.Text _ -> true;
                case Node.Gap gap -> known.contains(gap.slot());
                case Node.Choice choice -> choice.options().stream().anyMatch(option -> option.fits(known));
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** How many different texts this line can become, with each gap counted once. */
    public long variants() {
        long product = 1;
        for (Node node : nodes) {
            if (node instanceof Node.Choice(List<Template> options)) {
                product *= options.stream().mapToLong(Template::variants).sum();
            }
        }
        return product;
    }

    /** The line with its gaps filled and its alternatives chosen; it must {@link #fits fit}. */
    public String fill(Map<Slot, String> values, Chance chance) {
        StringBuilder text = new StringBuilder(80);
        write(text, values, chance);
        return text.toString();
    }

    private void write(StringBuilder text, Map<Slot, String> values, Chance chance) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Text plain -> text.append(plain.text());
                case Node.Gap gap -> text.append(values.get(gap.slot()));
                case Node.Choice choice ->
                    chance.oneOf(choice.fitting(values.keySet())).write(text, values, chance);
            }
        }
    }

    private static final class Parser {
        private final String line;
        private int at;

        Parser(String line) {
            this.line = line;
        }

        Template whole() {
            Template template = sequence(0);
            if (at < line.length()) {
                throw wrong("unexpected " + line.charAt(at));
            }
            return template;
        }

        private Template sequence(int depth) {
            List<Node> nodes = new ArrayList<>();
            while (at < line.length()) {
                char c = line.charAt(at);
                if (c == ']' || (c == '|' && depth > 0)) {
                    break;
                }
                switch (c) {
                    case '[' -> nodes.add(choice(depth));
                    case '{' -> nodes.add(gap());
                    default -> nodes.add(text());
                }
            }
            return new Template(nodes);
        }

        private Node choice(int depth) {
            List<Template> options = new ArrayList<>();
            do {
                at++;
                options.add(sequence(depth + 1));
            } while (at < line.length() && line.charAt(at) == '|');
            if (at == line.length()) {
                throw wrong("a bracket is left open");
            }
            at++;
            return new Node.Choice(List.copyOf(options));
        }

        private Node gap() {
            int close = line.indexOf('}', at);
            if (close < 0) {
                throw wrong("a brace is left open");
            }
            String label = line.substring(at + 1, close);
            at = close + 1;
            return new Node.Gap(Slot.of(label));
        }

        private Node text() {
            int start = at;
            while (at < line.length() && "[]{|".indexOf(line.charAt(at)) < 0) {
                at++;
            }
            if (at == start) {
                throw wrong("a bar outside of brackets");
            }
            return new Node.Text(line.substring(start, at));
        }

        private IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(what + " at " + at + ": " + line);
        }
    }
}
