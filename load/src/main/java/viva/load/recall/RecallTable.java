package viva.load.recall;

import java.util.Collection;
import java.util.Locale;

/** The figures as lines for a terminal. */
public final class RecallTable {
    private static final String ROW = "%-28s %5s";
    private static final String CELL = " %9s";

    private RecallTable() {}

    public static String of(Collection<RecallFigures> figures) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, ROW, "", "asked"));
        Score.DEPTHS.forEach(depth -> text.append(String.format(Locale.ROOT, CELL, "recall@" + depth)));
        text.append(String.format(Locale.ROOT, CELL, "MRR")).append('\n');
        figures.forEach(part -> append(part, text));
        return text.toString();
    }

    private static void append(RecallFigures part, StringBuilder text) {
        append(part.part(), part.whole(), text);
        part.categories().forEach((category, summary) -> append("  " + category, summary, text));
        part.dialogues().forEach((dialogue, summary) -> append("  " + dialogue, summary, text));
        NothingFound nothing = part.nothingFound();
        text.append(String.format(
                Locale.ROOT,
                "  nothing found: %d of %d without an answer, %d of %d with one%n",
                nothing.rightly(),
                nothing.unanswerable(),
                nothing.wrongly(),
                nothing.answerable()));
    }

    private static void append(String name, Summary summary, StringBuilder text) {
        text.append(String.format(Locale.ROOT, ROW, name, summary.questions()));
        summary.recalls().forEach(recall -> text.append(cell(recall)));
        text.append(cell(summary.meanReciprocalRank())).append('\n');
    }

    private static String cell(double value) {
        return String.format(Locale.ROOT, CELL, Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value));
    }
}
