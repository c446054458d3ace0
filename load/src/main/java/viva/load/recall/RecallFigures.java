package viva.load.recall;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import viva.load.dialogue.Half;

/** The figures of one part of the questions: all of them, by category, and by dialogue where there are several. */
public record RecallFigures(
        String part,
        Summary whole,
        Map<String, Summary> categories,
        Map<String, Summary> dialogues,
        NothingFound nothingFound) {

    /** The figures of the tuning half and of the test half; of questions without a half, of all together. */
    public static List<RecallFigures> of(Collection<Outcome> outcomes) {
        Map<String, List<Outcome>> parts = new LinkedHashMap<>();
        for (Half half : Half.values()) {
            List<Outcome> ofIt = in(outcomes, Optional.of(half));
            if (!ofIt.isEmpty()) {
                parts.put(half.name().toLowerCase(Locale.ROOT), ofIt);
            }
        }
        List<Outcome> undivided = in(outcomes, Optional.empty());
        if (!undivided.isEmpty()) {
            parts.put("all", undivided);
        }
        return parts.entrySet().stream()
                .map(part -> figures(part.getKey(), part.getValue()))
                .toList();
    }

    private static List<Outcome> in(Collection<Outcome> outcomes, Optional<Half> half) {
        return outcomes.stream()
                .filter(outcome -> outcome.question().half().equals(half))
                .toList();
    }

    private static RecallFigures figures(String part, List<Outcome> outcomes) {
        List<Outcome> scored = outcomes.stream()
                .filter(outcome -> outcome.question().hasEvidence())
                .toList();
        Map<String, Summary> dialogues = by(Outcome::dialogue, scored);
        return new RecallFigures(
                part,
                Summary.of(scored.stream().map(Outcome::score).toList()),
                by(outcome -> outcome.question().category(), scored),
                dialogues.size() > 1 ? dialogues : Map.of(),
                NothingFound.of(outcomes));
    }

    private static Map<String, Summary> by(Function<Outcome, String> group, List<Outcome> scored) {
        return scored.stream()
                .collect(Collectors.groupingBy(
                        group,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Outcome::score, Collectors.toList()), Summary::of)));
    }

    /** As fields of a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(whole.figures());
        json.put("by_category", figures(categories));
        json.put("by_dialogue", figures(dialogues));
        json.put("nothing_found", nothingFound.figures());
        return json;
    }

    private static Map<String, Object> figures(Map<String, Summary> summaries) {
        Map<String, Object> figures = new LinkedHashMap<>();
        summaries.forEach((name, summary) -> figures.put(name, summary.figures()));
        return figures;
    }
}
