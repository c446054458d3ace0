package viva.society.report;

import java.util.Formatter;
import java.util.Locale;
import java.util.Map;

/** Shares of time as horizontal bars, in HTML: words wrap and scale better there than in SVG. */
final class Bars {
    private Bars() {}

    /** {@code shares} in [0, 1] by name. */
    static String of(Map<String, Double> shares) {
        double most =
                shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        Formatter html = new Formatter(Locale.ROOT);
        html.format("<div class=\"bars\">");
        shares.forEach((name, share) -> html.format(
                "<span>%s</span><span class=\"track\">%s</span><b>%s</b>",
                Html.escape(name.replace('_', ' ')), share > 0 ? filled(share / most) : "", percent(share)));
        return html.format("</div>").toString();
    }

    private static String filled(double share) {
        return String.format(Locale.ROOT, "<i style=\"width:%.1f%%\"></i>", 100 * share);
    }

    private static String percent(double share) {
        String format = share > 0 && share < .001 ? "%.3f %%" : "%.1f %%";
        return String.format(Locale.ROOT, format, 100 * share);
    }
}
