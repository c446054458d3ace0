package viva.local.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import viva.local.service.ServiceName;
import viva.platform.letters.LetterFilter;
import viva.platform.servers.ServerFailure;

/** Which dead letters are meant. */
final class LetterOptions {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    @Option(names = "--service", paramLabel = "<service>", description = "Whose, such as life; all when not given.")
    private List<ServiceName> services;

    @Option(
            names = "--queue",
            paramLabel = "<queue>",
            description = "Where they died, such as life.shard.7 or 'life.shard.*'.")
    private String queue;

    @Option(
            names = "--type",
            paramLabel = "<type>",
            description = "Of the event or command, such as bond.changed.v1 or 'bond.*'.")
    private String type;

    @Option(
            names = "--since",
            paramLabel = "<time>",
            description = "They died then or later: 2026-11-29T12:00:00Z, or 90s, 30m, 2h, 7d ago.")
    private String since;

    @Option(names = "--until", paramLabel = "<time>", description = "They died before: as --since.")
    private String until;

    private final InstantSource clock = InstantSource.system();

    List<ServiceName> services() {
        return LetterDesk.services(services);
    }

    /** @param id null when no single letter is meant */
    LetterFilter filter(String id) {
        return new LetterFilter(id, queue, type, time("--since", since), time("--until", until));
    }

    private Instant time(String name, String text) {
        if (text == null) {
            return null;
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return clock.instant().minus(ago(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ServerFailure(
                    "%s must be a time such as 2026-11-29T12:00:00Z, or 30m, 2h, 7d: %s".formatted(name, text), e);
        }
    }

    private static Duration ago(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
