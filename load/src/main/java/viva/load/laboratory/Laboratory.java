package viva.load.laboratory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import viva.load.dialogue.Dialogue;
import viva.load.dialogue.Half;
import viva.load.recall.RecallFigures;

/** Tries every recipe on some dialogues. */
public final class Laboratory {
    private static final double MOST_LOST = .05;
    private static final int SHOWN_DEPTH = 10;
    private static final String NAME = "%-42s";

    private final List<Dialogue> dialogues;

    public Laboratory(List<Dialogue> dialogues) {
        this.dialogues = List.copyOf(dialogues);
    }

    /**
     * Tries the recipes one after the other and answers all figures by their names.
     *
     * @param table gets the lines for people: recall@10 and MRR of each part, and of each dialogue in it
     */
    public Map<String, Object> run(Consumer<String> table) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Recipe recipe : Recipe.ablations()) {
            List<RecallFigures> figures = RecallFigures.of(
                    answered(recipe).stream().map(Answered::outcome).toList());
            if (all.isEmpty()) {
                table.accept(heading(figures));
            }
            table.accept(row(recipe.name(), figures));
            Map<String, Object> parts = new LinkedHashMap<>();
            figures.forEach(part -> parts.put(part.part(), part.json()));
            all.put(recipe.name(), parts);
        }
        all.put("nothing_found", nothingFound(table));
        all.put("near_equal_pairs", merging(table));
        return all;
    }

    private List<Answered> answered(Recipe recipe) {
        return dialogues.stream()
                .flatMap(dialogue -> new Experiment(dialogue, recipe).run().stream())
                .toList();
    }

    private static String heading(List<RecallFigures> figures) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, NAME, "recall@10 and MRR"));
        for (RecallFigures part : figures) {
            line.append("  ").append(part.part());
            part.dialogues().keySet().forEach(dialogue -> line.append(" | ").append(dialogue));
        }
        return line.toString();
    }

    private static String row(String name, List<RecallFigures> figures) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, NAME, name));
        for (RecallFigures part : figures) {
            line.append(cell(part.whole().recallAt(SHOWN_DEPTH), part.whole().meanReciprocalRank()));
            part.dialogues()
                    .values()
                    .forEach(one -> line.append(cell(one.recallAt(SHOWN_DEPTH), one.meanReciprocalRank())));
        }
        return line.toString();
    }

    private static String cell(double recall, double reciprocalRank) {
        return String.format(Locale.ROOT, "  %5.3f %5.3f", recall, reciprocalRank);
    }

    /** The bar that the tuning half sets, or all questions where there are no halves, and what stays below it in each part. */
    private Map<String, Object> nothingFound(Consumer<String> table) {
        List<Answered> answered = answered(Recipe.CHOSEN);
        List<Answered> tuning = half(answered, Half.TUNING);
        Bar bar = Bar.losing(MOST_LOST, tuning.isEmpty() ? answered : tuning);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bar", bar.relevance());
        table.accept("");
        table.accept(String.format(Locale.ROOT, "Below a relevance of %.3f stay:", bar.relevance()));
        for (Half half : Half.values()) {
            Map<String, Double> below = bar.below(half(answered, half));
            figures.put(half.name().toLowerCase(Locale.ROOT), below);
            below.forEach((category, share) ->
                    table.accept(String.format(Locale.ROOT, "  %-8s %-24s %.2f", half, category, share)));
        }
        return figures;
    }

    private static Merging merging(Consumer<String> table) {
        Merging merging = Merging.with(Recipe.CHOSEN.encoder());
        table.accept("");
        table.accept(String.format(
                Locale.ROOT,
                "Of %d near-equal pairs %d are merged; the cosine alone would merge %d, the greatest is %.4f",
                merging.pairs(),
                merging.merged().size(),
                merging.byCosineAlone(),
                merging.greatestCosine()));
        return merging;
    }

    private static List<Answered> half(List<Answered> answered, Half half) {
        return answered.stream()
                .filter(one -> one.outcome().question().half().equals(Optional.of(half)))
                .toList();
    }
}
