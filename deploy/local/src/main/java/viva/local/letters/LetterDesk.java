package viva.local.letters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import viva.local.command.Context;
import viva.local.service.ServiceName;
import viva.local.terminal.Terminal;
import viva.platform.letters.DeadLetters;
import viva.platform.letters.LettersFailure;
import viva.platform.servers.ServerFailure;

/** The dead letters of the running world or, where none runs, of the broker that {@code RABBITMQ_URL} names. */
final class LetterDesk {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Context context;

    LetterDesk(Context context) {
        this.context = context;
    }

    Terminal terminal() {
        return context.terminal();
    }

    /** What the logs on this machine say of a letter of {@code service}. */
    List<String> log(ServiceName service, String id) {
        return new LetterLog(context.folder()).about(service, id);
    }

    /**
     * Asks for something of the dead letters of a service.
     *
     * @throws ServerFailure with a sentence when it cannot be had
     */
    <T> T ask(ServiceName service, Function<DeadLetters, T> question) {
        try {
            return question.apply(new DeadLetters(broker(), service.text(), LIMIT));
        } catch (LettersFailure failure) {
            throw new ServerFailure(failure.getMessage(), failure);
        }
    }

    /** Those that are named, or all when none is. */
    static List<ServiceName> services(List<ServiceName> named) {
        return named == null || named.isEmpty() ? List.of(ServiceName.values()) : named;
    }

    private String broker() {
        if (Files.exists(context.folder().record())) {
            return recorded().path("servers").path("rabbitmq_url").asText();
        }
        return context.settings()
                .server("RABBITMQ_URL")
                .orElseThrow(() -> new ServerFailure(
                        "No world runs in %s; start it with ./viva up, or name its broker in RABBITMQ_URL."
                                .formatted(context.folder().home())))
                .toString();
    }

    private JsonNode recorded() {
        try {
            return new ObjectMapper().readTree(context.folder().record().toFile());
        } catch (IOException e) {
            throw new ServerFailure("Cannot read " + context.folder().record(), e);
        }
    }
}
