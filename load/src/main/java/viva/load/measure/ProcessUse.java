package viva.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and its children use, by Linux's {@code /proc}.
 *
 * @param cpuSeconds since its start, children that ended included
 * @param residentMegabytes {@code VmRSS} of the process itself
 * @param mostMegabytes {@code VmHWM} of the process itself
 */
public record ProcessUse(double cpuSeconds, double residentMegabytes, double mostMegabytes) {
    /** {@code USER_HZ}, which is 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;

    public static ProcessUse of(ProcessHandle process) {
        double cpu = Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> cpu(each.pid()))
                .sum();
        return new ProcessUse(cpu, status(process.pid(), "VmRSS:"), status(process.pid(), "VmHWM:"));
    }

    private static double cpu(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = 0;
            for (int i = USER_TIME; i < USER_TIME + 4; i++) {
                ticks += Double.parseDouble(words[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static double status(long pid, String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
