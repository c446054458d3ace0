package viva.local.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import viva.platform.servers.ServerFailure;

/** Shows the ends of the logs. */
@Command(name = "logs", description = "Show the end of the logs of all parts, or of one.")
public final class Logs implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "<part>", description = "Such as life, gateway, postgres or rabbitmq.")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is written.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            description = "How many lines of each (default: 40).")
    private int lines;

    public Logs(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = files().filter(Files::exists).toList();
        if (files.isEmpty()) {
            throw new ServerFailure(
                    part == null
                            ? "No logs in " + context.folder().home() + " yet."
                            : "No log of %s in %s."
                                    .formatted(part, context.folder().home()));
        }
        List<String> words = new ArrayList<>(List.of("tail", "-n", Integer.toString(Math.max(lines, 0))));
        if (follow) {
            words.add("-F");
        }
        files.forEach(file -> words.add(file.toString()));
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private Stream<Path> files() throws IOException {
        List<Path> all = new ArrayList<>(List.of(
                context.folder().postgres().resolve("postgres.log"),
                context.folder().redis().resolve("redis.log"),
                context.folder().rabbitmq().resolve("rabbitmq.log")));
        Path logs = context.folder().home().resolve("logs");
        if (Files.isDirectory(logs)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(logs, "*.log")) {
                found.forEach(all::add);
            }
        }
        return all.stream()
                .filter(file -> part == null || file.getFileName().toString().equals(part + ".log"));
    }
}
