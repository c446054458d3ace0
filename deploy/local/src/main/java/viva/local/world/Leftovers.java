package viva.local.world;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import viva.local.home.WorldFolder;
import viva.platform.servers.ServerFailure;
import viva.platform.servers.process.ProcessIdentity;
import viva.platform.servers.process.ServerProcess;
import viva.platform.servers.process.StopSignal;

/** Processes that a killed launcher left behind, found by their pid files. */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Stops the services, then the servers; returns how many processes ran. */
    public static int stop(WorldFolder folder) {
        List<Path> services = pidFiles(folder.home().resolve("run"));
        services.remove(folder.launcherPid());
        List<Path> servers = new ArrayList<>(pidFiles(folder.postgres()));
        servers.addAll(pidFiles(folder.redis()));
        servers.addAll(pidFiles(folder.rabbitmq()));
        long running = countRunning(services) + countRunning(servers);
        Parallel.run(services, file -> stop(file, StopSignal.TERM));
        // PostgreSQL ends at once on INT, and waits for its clients on TERM; Erlang takes INT for a question.
        Parallel.run(
                servers, file -> stop(file, file.startsWith(folder.postgres()) ? StopSignal.INT : StopSignal.TERM));
        return Math.toIntExact(running);
    }

    private static long countRunning(List<Path> files) {
        return files.stream()
                .map(ProcessIdentity::read)
                .filter(identity -> identity.flatMap(ProcessIdentity::running).isPresent())
                .count();
    }

    private static void stop(Path file, StopSignal signal) {
        String name = file.getFileName().toString().replace(".pid", "");
        new ServerProcess(name, file, file.resolveSibling(name + ".log"), signal, PATIENCE).stopLeftover();
    }

    private static List<Path> pidFiles(Path folder) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.pid")) {
                found.forEach(files::add);
            } catch (IOException e) {
                throw new ServerFailure("Cannot read " + folder, e);
            }
        }
        return files;
    }
}
