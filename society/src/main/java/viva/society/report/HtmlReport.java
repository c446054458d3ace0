package viva.society.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import viva.contracts.BondStatus;
import viva.life.mind.Desire;
import viva.society.diary.State;
import viva.society.figure.Figure.Verdict;
import viva.society.figure.MoodSeries;
import viva.society.figure.TimeFigures;

/** The report as one page that needs nothing else: no script, no font, no image from anywhere. */
final class HtmlReport {
    private static final String TEMPLATE = "page.html";

    private HtmlReport() {}

    static String of(Report report) {
        String page = template();
        for (Map.Entry<String, String> part : parts(report).entrySet()) {
            page = page.replace("{{" + part.getKey() + "}}", part.getValue());
        }
        return page;
    }

    private static Map<String, String> parts(Report report) {
        List<MoodSeries> moods = report.findings().moods();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "title",
                count(report.plan().avatars(), "life", "lives") + ", "
                        + count(report.plan().days(), "day", "days"));
        parts.put("lead", lead(report));
        parts.put("tiles", tiles(report));
        parts.put("hash", report.worldHash());
        parts.put("moods", Plots.moods(report).toString());
        parts.put("moods-legend", legend(Plots.moodNames(report)));
        parts.put("sleep", Plots.sleep(report).toString());
        parts.put(
                "autocorrelation",
                moods.isEmpty() ? tooShort() : Plots.autocorrelation(moods).toString());
        parts.put("level", scatter(moods, "Mean mood and neuroticism", MoodSeries::mean, "%.1f", "s1"));
        parts.put("unrest", scatter(moods, "Variance of mood and neuroticism", MoodSeries::variance, "%.4f", "s2"));
        parts.put("decays", Plots.decays(report).toString());
        parts.put("decays-legend", legend(Plots.decayNames(report)));
        parts.put("states", Bars.of(states(report)));
        parts.put("desires", Bars.of(desires(report)));
        parts.put("bonds", bonds(report));
        parts.put("invitations", Bars.of(invitations(report)));
        parts.put("unlike", unlike());
        parts.put("figures", FigureTable.of(report.findings().chapters()));
        return parts;
    }

    private static String count(int count, String one, String more) {
        return count == 1 ? "one " + one : String.format(Locale.ROOT, "%,d %s", count, more);
    }

    private static String lead(Report report) {
        long good = report.findings().count(Verdict.AS_EXPECTED);
        long all = report.findings().figures().size();
        long bad = report.findings().count(Verdict.UNEXPECTED);
        String rest = bad == 0 ? "" : String.format(Locale.ROOT, " <strong class=\"bad\">%d not.</strong>", bad);
        return String.format(Locale.ROOT, "<strong>%d of %d figures as expected.</strong>%s", good, all, rest);
    }

    private static String tiles(Report report) {
        double lived = report.plan().days() * 86_400.0;
        return tile(String.format(Locale.ROOT, "%,d", report.plan().avatars()), "avatars")
                + tile(String.format(Locale.ROOT, "%d", report.plan().days()), "world days")
                + tile(String.format(Locale.ROOT, "%,d", report.ticks()), "ticks")
                + tile(String.format(Locale.ROOT, "%,d", report.conversations().count()), "conversations")
                + tile(
                        String.format(Locale.ROOT, "%.1f s", report.seconds()),
                        String.format(Locale.ROOT, "on %d threads", report.threads()))
                + tile(String.format(Locale.ROOT, "%,.0f×", lived / report.seconds()), "faster than life")
                + tile(String.format(Locale.ROOT, "%d", report.plan().seed()), "seed");
    }

    private static String tile(String value, String name) {
        return "<div class=\"tile\"><b>" + value + "</b><span>" + name + "</span></div>";
    }

    private static String scatter(
            List<MoodSeries> moods, String title, ToDoubleFunction<MoodSeries> value, String format, String style) {
        return moods.size() < 2
                ? tooShort()
                : Plots.byNeuroticism(moods, title, value, format, style).toString();
    }

    private static String tooShort() {
        return "<p class=\"empty\">This world was too short to tell.</p>";
    }

    private static String legend(List<String> names) {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int i = 0; i < names.size(); i++) {
            legend.append(
                    String.format(Locale.ROOT, "<span class=\"key s%d\">%s</span>", i + 1, Html.escape(names.get(i))));
        }
        return legend.append("</p>").toString();
    }

    private static Map<String, Double> states(Report report) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (State state : State.values()) {
            shares.put(state.label(), TimeFigures.share(report.people(), state));
        }
        return shares;
    }

    private static Map<String, Double> desires(Report report) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Desire desire : Desire.values()) {
            shares.put(desire.label(), TimeFigures.share(report.people(), desire));
        }
        return shares;
    }

    private static String bonds(Report report) {
        long pairs = report.bonds().values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (Map.Entry<BondStatus, Long> bond : report.bonds().entrySet()) {
            String name = String.format(Locale.ROOT, "%s (%,d)", bond.getKey().label(), bond.getValue());
            shares.put(name, pairs == 0 ? 0 : (double) bond.getValue() / pairs);
        }
        return Bars.of(shares);
    }

    private static Map<String, Double> invitations(Report report) {
        Map<String, Long> answers = report.conversations().answers();
        double all = answers.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        answers.forEach((answer, count) -> shares.put(answer, count / all));
        return shares;
    }

    private static String unlike() {
        StringBuilder list = new StringBuilder("<ul>");
        Report.UNLIKE_THE_SERVICE.forEach(
                item -> list.append("<li>").append(Html.escape(item)).append("</li>"));
        return list.append("</ul>").toString();
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TEMPLATE, e);
        }
    }
}
