package viva.society.report;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import viva.society.figure.Chapter;
import viva.society.figure.Figure;

/** Every figure beside the range in which it is expected. */
final class FigureTable {
    private FigureTable() {}

    static String of(List<Chapter> chapters) {
        Formatter html = new Formatter(Locale.ROOT);
        html.format("<table><thead><tr><th></th><th>figure</th><th class=\"n\">measured</th>"
                + "<th class=\"n\">expected</th><th>source, and how it was measured</th></tr></thead>");
        for (Chapter chapter : chapters) {
            html.format("<tbody><tr class=\"chapter\"><th colspan=\"5\">%s</th></tr>", Html.escape(chapter.title()));
            chapter.figures().forEach(figure -> row(figure, html));
            html.format("</tbody>");
        }
        return html.format("</table>").toString();
    }

    private static void row(Figure figure, Formatter html) {
        html.format(
                "<tr class=\"%s\"><td class=\"mark\" title=\"%s\">%s</td><td>%s</td><td class=\"n\">%s</td>"
                        + "<td class=\"n\">%s</td><td class=\"how\">%s<small>%s</small></td></tr>",
                style(figure),
                figure.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                mark(figure),
                Html.escape(figure.label()),
                measured(figure),
                expected(figure),
                Html.escape(figure.source()),
                Html.escape(figure.detail()));
    }

    private static String style(Figure figure) {
        return switch (figure.verdict()) {
            case AS_EXPECTED -> "good";
            case UNEXPECTED -> "bad";
            case UNKNOWN -> "unknown";
        };
    }

    private static String mark(Figure figure) {
        return switch (figure.verdict()) {
            case AS_EXPECTED -> "✓";
            case UNEXPECTED -> "✗";
            case UNKNOWN -> "?";
        };
    }

    private static String measured(Figure figure) {
        if (Double.isNaN(figure.value())) {
            return "–";
        }
        String margin = figure.margin() > 0 ? "\u2009±\u2009" + number(figure.margin()) : "";
        return number(figure.value()) + margin + " " + figure.unit();
    }

    private static String expected(Figure figure) {
        if (Double.isNaN(figure.low()) || Double.isNaN(figure.high())) {
            return "–";
        }
        if (Double.isInfinite(figure.high())) {
            return "&gt; " + number(figure.low());
        }
        return Double.isInfinite(figure.low())
                ? "&lt; " + number(figure.high())
                : number(figure.low()) + " … " + number(figure.high());
    }

    /** About three digits that count, without an exponent. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return sign(String.format(Locale.ROOT, "%.0f", value));
        }
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= .01 ? 3 : 5;
        return sign(String.format(Locale.ROOT, "%." + digits + "f", value));
    }

    private static String sign(String number) {
        return number.replace('-', '−');
    }
}
