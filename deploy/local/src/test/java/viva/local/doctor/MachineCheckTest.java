package viva.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineCheckTest {
    private static final long GB = 1L << 30;
    private static final Optional<Path> THERE = Optional.of(Path.of("/usr/bin/it"));
    private static final Machine GOOD =
            new Machine(25, Optional.of("v20.19.2"), THERE, true, THERE, 16 * GB, 50 * GB, Optional.of(65_536L));

    @Test
    void a_good_machine_has_nothing_to_mend() {
        assertThat(MachineCheck.of(GOOD)).hasSize(7).allMatch(Finding.Fine.class::isInstance);
    }

    @Test
    void a_bare_machine_is_told_what_to_install() {
        Machine bare = new Machine(
                24, Optional.empty(), Optional.empty(), false, Optional.empty(), 2 * GB, GB / 2, Optional.empty());

        List<Finding> found = MachineCheck.of(bare);

        assertThat(found)
                .filteredOn(Finding.Broken.class::isInstance)
                .extracting(Finding::matter)
                .containsExactly("JDK", "Node", "RabbitMQ", "Memory", "Disk");
        assertThat(found)
                .filteredOn(Finding.Weak.class::isInstance)
                .extracting(Finding::matter)
                .containsExactly("Chromium");
    }

    @Test
    void a_small_machine_is_warned() {
        Machine small = new Machine(25, GOOD.node(), Optional.empty(), true, THERE, 4 * GB, 2 * GB, Optional.of(256L));

        assertThat(MachineCheck.of(small))
                .filteredOn(Finding.Weak.class::isInstance)
                .extracting(Finding::matter)
                .containsExactly("Memory", "Disk", "Open files");
    }

    @Test
    void an_old_node_is_no_node() {
        Machine old = new Machine(25, Optional.of("v18.20.4"), THERE, true, THERE, 16 * GB, 50 * GB, Optional.empty());

        assertThat(MachineCheck.of(old))
                .contains(new Finding.Broken(
                        "Node", "v18.20.4", "Install Node 20 or newer: the web page is built with it."));
    }

    @Test
    void this_machine_runs_these_tests() {
        assertThat(MachineCheck.of(Machine.around(Path.of("target/not/there/yet"))))
                .filteredOn(finding -> finding.matter().equals("JDK"))
                .hasOnlyElementsOfType(Finding.Fine.class);
    }
}
