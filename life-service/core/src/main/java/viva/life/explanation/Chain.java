package viva.life.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import viva.life.explanation.Explanation.Kind;
import viva.life.explanation.Explanation.Step;

/** The steps of an explanation while it is being put together. */
final class Chain {
    private final List<Step> steps = new ArrayList<>();

    void add(Kind kind, String text, Map<String, Double> numbers) {
        steps.add(new Step(kind, text, numbers));
    }

    void add(Kind kind, String text) {
        add(kind, text, Map.of());
    }

    /** Something that went from one number to another. */
    void moved(Kind kind, String text, double before, double after) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("before", before);
        numbers.put("after", after);
        add(kind, text, numbers);
    }

    List<Step> steps() {
        return steps;
    }

    static String label(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
