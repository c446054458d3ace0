package viva.local.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import viva.local.home.WorldFolder;
import viva.local.service.ServiceName;
import viva.platform.servers.ServerFailure;

/** What the logs of a world on this machine say of a letter: how often its handler tried, and why it failed. */
final class LetterLog {
    private static final int MOST = 20;

    private final Path logs;

    LetterLog(WorldFolder folder) {
        this.logs = folder.log("any").getParent();
    }

    /** The last lines that name {@code id}, each with the line after it, where a failure tells what it is. */
    List<String> about(ServiceName service, String id) {
        List<String> found = new ArrayList<>();
        if (id.isEmpty() || !Files.isDirectory(logs)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, service.text() + "*.log")) {
            for (Path file : files) {
                found.addAll(about(file, id));
            }
            return found;
        } catch (IOException e) {
            throw new ServerFailure("Cannot read the logs in " + logs, e);
        }
    }

    private static Deque<String> about(Path file, String id) throws IOException {
        Deque<String> found = new ArrayDeque<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            boolean wasFound = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean isFound = line.contains(id);
                if (isFound || wasFound) {
                    found.add(line);
                }
                if (found.size() > MOST) {
                    found.removeFirst();
                }
                wasFound = isFound;
            }
        }
        return found;
    }
}
