package viva.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {
    private static final FileTime BEFORE = FileTime.from(Instant.EPOCH);

    @TempDir
    Path root;

    @Test
    void classes_come_slowest_first_and_what_failed_is_named() throws IOException {
        write("a", "viva.a.QuickTest", "0.5", "<testcase name=\"works\" classname=\"viva.a.QuickTest\"/>");
        write("b", "viva.b.SlowTest", "1,061.25", """
                <testcase name="breaks" classname="viva.b.SlowTest"><failure message="no"/></testcase>
                <testcase name="explodes" classname="viva.b.SlowTest"><error message="no"/></testcase>
                <testcase name="works" classname="viva.b.SlowTest"/>""");

        TestReport report = TestReport.read(root, BEFORE);

        assertThat(report.classes()).extracting(TestReport.TestClass::name).containsExactly("SlowTest", "QuickTest");
        assertThat(report.classes().getFirst().seconds()).isEqualTo(1_061.25);
        assertThat(report.tests()).isEqualTo(4);
        assertThat(report.failed()).containsExactly("SlowTest.breaks", "SlowTest.explodes");
    }

    @Test
    void reports_of_an_earlier_run_do_not_count() throws IOException {
        Path file = write("a", "viva.a.OldTest", "1", "<testcase name=\"was\" classname=\"viva.a.OldTest\"/>");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));

        assertThat(TestReport.read(root, FileTime.from(Instant.parse("2026-11-02T00:00:00Z")))
                        .classes())
                .isEmpty();
    }

    @Test
    void a_build_that_breaks_off_counts_though_no_test_failed() throws IOException {
        write("a", "viva.a.QuickTest", "0.5", "<testcase name=\"works\" classname=\"viva.a.QuickTest\"/>");

        TestReport report = TestReport.read(root, BEFORE);

        assertThat(report.failed(0)).isEmpty();
        assertThat(report.failed(1)).containsExactly(TestReport.BUILD);
    }

    private Path write(String module, String name, String seconds, String cases) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        return Files.writeString(folder.resolve("TEST-" + name + ".xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="%s" time="%s">%s</testsuite>""".formatted(name, seconds, cases));
    }
}
