package viva.load.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
    @Test
    void a_page_of_several_processes_counts_as_its_part() {
        assertThat(SharedMemory.parse(List.of(
                        "00400000-7ffe [rollup]",
                        "Rss:               30720 kB",
                        "Pss:               10240 kB",
                        "Pss_Dirty:          5000 kB")))
                .hasValue(10);
        assertThat(SharedMemory.parse(List.of())).isEmpty();
    }

    @Test
    void this_process_has_some_and_one_that_ended_none() {
        assertThat(SharedMemory.megabytes(ProcessHandle.current().pid())).isBetween(10.0, 10_000.0);
        assertThat(SharedMemory.megabytes(Integer.MAX_VALUE)).isZero();
    }
}
