package viva.society.report;

import java.util.Formatter;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** One plot as SVG. Colours are classes, so that the page's style decides them for light and dark. */
final class Plot {
    private static final int WIDTH = 520;
    private static final int LEFT = 52;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 38;

    private final Formatter svg = new Formatter(Locale.ROOT);
    private final int width;
    private final int height;
    private Scale x;
    private Scale y;

    private Plot(int width, int height, String title) {
        this.width = width;
        this.height = height;
        svg.format("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", width, height, Html.escape(title));
    }

    static Plot small(String title) {
        return new Plot(WIDTH, 300, title);
    }

    static Plot wide(String title, int height) {
        return new Plot(2 * WIDTH + 20, height, title);
    }

    Plot x(double low, double high, double[] ticks, DoubleFunction<String> label, String name) {
        return x(low, high, false, ticks, label, name);
    }

    Plot logarithmicX(double low, double high, double[] ticks, DoubleFunction<String> label, String name) {
        return x(low, high, true, ticks, label, name);
    }

    private Plot x(
            double low, double high, boolean logarithmic, double[] ticks, DoubleFunction<String> label, String name) {
        x = new Scale(low, high, LEFT, width - RIGHT, logarithmic);
        for (double tick : ticks) {
            double at = x.of(tick);
            svg.format(
                    "<line class=\"rule\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>", at, at, TOP, height - BOTTOM);
            svg.format(
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    at, height - BOTTOM + 15, Html.escape(label.apply(tick)));
        }
        svg.format(
                "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                width - RIGHT, height - 5, Html.escape(name));
        return this;
    }

    Plot y(double low, double high, double[] ticks, DoubleFunction<String> label) {
        y = new Scale(low, high, height - BOTTOM, TOP, false);
        for (double tick : ticks) {
            double at = y.of(tick);
            svg.format(
                    "<line class=\"rule\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, width - RIGHT, at, at);
            svg.format(
                    "<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    LEFT - 7, at + 4, Html.escape(label.apply(tick)));
        }
        return this;
    }

    /** A line through points; {@code style} is a class. */
    Plot line(double[] xs, double[] ys, String style) {
        Formatter points = new Formatter(Locale.ROOT);
        for (int i = 0; i < xs.length; i++) {
            if (Double.isFinite(ys[i])) {
                points.format("%.1f,%.1f ", x.of(xs[i]), y.of(ys[i]));
            }
        }
        svg.format("<polyline class=\"line %s\" points=\"%s\"/>", style, points);
        return this;
    }

    /** The area between two lines over the same x. */
    Plot band(double[] xs, double[] lows, double[] highs, String style) {
        Formatter points = new Formatter(Locale.ROOT);
        for (int i = 0; i < xs.length; i++) {
            points.format("%.1f,%.1f ", x.of(xs[i]), y.of(highs[i]));
        }
        for (int i = xs.length - 1; i >= 0; i--) {
            points.format("%.1f,%.1f ", x.of(xs[i]), y.of(lows[i]));
        }
        svg.format("<polygon class=\"band %s\" points=\"%s\"/>", style, points);
        return this;
    }

    Plot dot(double atX, double atY, double radius, String style) {
        svg.format(
                "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", style, x.of(atX), y.of(atY), radius);
        return this;
    }

    /** A filled stretch from one x to another, between two y. */
    Plot bar(double fromX, double toX, double fromY, double toY, String style, String hint) {
        double left = x.of(fromX);
        double top = y.of(toY);
        svg.format(
                "<rect class=\"bar %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                style, left, top, Math.max(0, x.of(toX) - left), Math.max(0, y.of(fromY) - top), Html.escape(hint));
        return this;
    }

    /** Words at a point, towards the right of it. */
    Plot note(double atX, double atY, String words, String style) {
        svg.format(
                "<text class=\"note %s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                style, x.of(atX) + 5, y.of(atY) + 4, Html.escape(words));
        return this;
    }

    @Override
    public String toString() {
        return svg + "</svg>";
    }
}
