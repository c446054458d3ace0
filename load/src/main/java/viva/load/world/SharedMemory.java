package viva.load.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import viva.load.measure.ProcessUse;

/**
 * Resident memory of a process with its children, by Linux's {@code /proc}. A page that several processes share counts for each as its part
 * ({@code Pss}): PostgreSQL's backends share most of theirs. Segments of shared memory do not count: their size is fixed at the start (PostgreSQL's
 * {@code shared_buffers}), and that their pages are touched one after the other is no growth.
 */
final class SharedMemory {
    private static final String PART = "Pss:";
    private static final String SEGMENTS = "Pss_Shmem:";
    private static final double KILOBYTES = 1_024;

    private SharedMemory() {}

    /** In megabytes; zero when the process has ended. */
    static double megabytes(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .mapToDouble(SharedMemory::megabytes)
                        .sum())
                .orElse(0.0);
    }

    private static double megabytes(ProcessHandle process) {
        return parts(process).orElseGet(() -> ProcessUse.of(process).residentMegabytes());
    }

    /** Empty where the kernel tells it to the superuser only, or the process has ended. */
    private static OptionalDouble parts(ProcessHandle process) {
        try {
            return parse(Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup")));
        } catch (IOException untold) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble parse(List<String> lines) {
        OptionalDouble part = field(lines, PART);
        return part.isEmpty()
                ? part
                : OptionalDouble.of(part.getAsDouble() - field(lines, SEGMENTS).orElse(0));
    }

    private static OptionalDouble field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES)
                .findFirst();
    }
}
