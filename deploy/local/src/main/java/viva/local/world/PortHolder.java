package viva.local.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import viva.platform.servers.process.Command;

/** Finds out who listens on a port, as far as the operating system tells us. */
final class PortHolder {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** Such as {@code java (pid 4711)}; empty when it is not ours to know. */
    static Optional<String> of(int port) {
        Optional<Long> pid = Files.exists(PROC.resolve("net/tcp")) ? fromProc(port) : fromLsof(port);
        return pid.flatMap(ProcessHandle::of).map(process -> "%s (pid %d)".formatted(program(process), process.pid()));
    }

    private static String program(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a process");
    }

    private static Optional<Long> fromLsof(int port) {
        return Command.ask("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .flatMap(text -> text.lines().findFirst())
                .map(Long::valueOf);
    }

    private static Optional<Long> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        collectListeners(PROC.resolve("net/tcp"), port, sockets);
        collectListeners(PROC.resolve("net/tcp6"), port, sockets);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> hasOneOf(pid, sockets))
                .findFirst();
    }

    /** Lines read {@code sl local_address rem_address st … inode}, addresses as hexadecimal {@code ip:port}. */
    private static void collectListeners(Path table, int port, Set<String> sockets) {
        if (!Files.isReadable(table)) {
            return;
        }
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        try (Stream<String> lines = Files.lines(table)) {
            lines.map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 9)
                    .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
                    .forEach(columns -> sockets.add("socket:[" + columns[9] + "]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasOneOf(long pid, Set<String> sockets) {
        try (Stream<Path> descriptors =
                Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> pointsToOneOf(descriptor, sockets));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean pointsToOneOf(Path descriptor, Set<String> sockets) {
        try {
            return sockets.contains(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closed) {
            return false;
        }
    }
}
