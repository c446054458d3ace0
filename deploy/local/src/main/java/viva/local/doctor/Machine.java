package viva.local.doctor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import viva.platform.servers.process.Command;
import viva.platform.servers.rabbitmq.RabbitServer;

/**
 * What this machine has.
 *
 * @param java the feature release of the JDK that runs this, such as 25
 * @param node what {@code node --version} says
 * @param rabbit the start script of an installed RabbitMQ
 * @param debian whether RabbitMQ can be had from a Debian archive
 * @param browser a Chromium
 * @param memory bytes
 * @param disk bytes that are free where the world keeps its data
 * @param openFiles the most open files of a process; empty when the system does not say
 */
record Machine(
        int java,
        Optional<String> node,
        Optional<Path> rabbit,
        boolean debian,
        Optional<Path> browser,
        long memory,
        long disk,
        Optional<Long> openFiles) {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** Looks around. */
    static Machine around(Path home) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.version().feature(),
                Command.ask("node", "--version").map(String::strip),
                RabbitServer.installed(),
                Command.find("apt-get").isPresent(),
                BROWSERS.stream().map(Command::find).flatMap(Optional::stream).findFirst(),
                system.getTotalMemorySize(),
                freeBelow(home),
                system instanceof UnixOperatingSystemMXBean unix
                        ? Optional.of(unix.getMaxFileDescriptorCount())
                        : Optional.empty());
    }

    /** The folder need not be there yet. */
    private static long freeBelow(Path home) {
        Path there = Stream.iterate(home.toAbsolutePath(), Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            return Files.getFileStore(there).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
