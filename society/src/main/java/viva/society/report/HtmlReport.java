package viva.society.report;

final class HtmlReport {
    private HtmlReport() {}

    static String of(Report report) {
        return report.summary();
    }
}
