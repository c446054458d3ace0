package viva.local.letters;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import viva.local.service.ServiceName;
import viva.platform.letters.LetterContent;
import viva.platform.servers.ServerFailure;

/** Shows one dead letter with everything in it. */
@Command(
        name = "show",
        description =
                "One dead letter with its headers, its words, which may be what people wrote, and what the logs say of it.")
final class ShowLetter implements Callable<Integer> {
    private final LetterDesk desk;

    @Parameters(paramLabel = "<id>", description = "Of the event or command, as list tells it.")
    private String id;

    @Option(names = "--service", paramLabel = "<service>", description = "Whose, such as life; all when not given.")
    private List<ServiceName> services;

    ShowLetter(LetterDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        for (ServiceName service : LetterDesk.services(services)) {
            Optional<LetterContent> found = desk.ask(service, letters -> letters.show(id));
            if (found.isPresent()) {
                show(found.get());
                desk.log(service, id).forEach(line -> desk.terminal().say("  log: " + line));
                return 0;
            }
        }
        throw new ServerFailure("No dead letter has the id " + id);
    }

    private void show(LetterContent content) {
        desk.terminal()
                .say("%s, died in %s (%s), tries: %d"
                        .formatted(
                                content.letter().type(),
                                content.letter().queue(),
                                content.letter().reason(),
                                content.letter().tries()));
        content.headers().forEach((name, value) -> desk.terminal().say("  " + name + ": " + value));
        desk.terminal().say(content.body());
    }
}
