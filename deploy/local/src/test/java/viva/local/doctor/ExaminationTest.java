package viva.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;

class ExaminationTest {
    @TempDir
    Path root;

    @Test
    void a_setting_that_makes_no_sense_is_a_finding_among_the_others() {
        Settings settings = Settings.of(root, Map.of("VIVA_PORT_BASE", "four thousand"));

        assertThat(new Examination(settings, new WorldFolder(settings.home())).look())
                .filteredOn(finding ->
                        finding.matter().equals("Settings") || finding.matter().equals("JDK"))
                .hasSize(2)
                .anyMatch(finding ->
                        finding instanceof Finding.Broken && finding.found().contains("VIVA_PORT_BASE"));
    }
}
