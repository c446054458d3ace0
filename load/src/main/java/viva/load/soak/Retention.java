package viva.load.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings that say how long something is kept, with their defaults, and the tables that they keep short. */
public enum Retention {
    HISTORY("viva.history.retention", 30),
    ENCOUNTERS("viva.history.encounter-retention", 365),
    AVERAGES("viva.history.rollup-retention", 730),
    TIMELINE("viva.gateway.timeline.retention", 30),
    INBOX("viva.outbox.inbox-retention", 3),
    LEDGER("viva.llm.budget.ledger-retention", 400),
    /** In Redis. */
    REQUESTS("viva.llm.budget.request-retention", 1);

    /** How often what is too old is looked for; and a limit that is no time, which a soak is too short to reach by itself. */
    private static final List<String> BESIDES = List.of(
            "VIVA_HISTORY_FORGET_EVERY=30s", "VIVA_GATEWAY_TIMELINE_FORGET_EVERY=30s", "VIVA_AVATAR_MEMORIES=1");

    private static final String EVERY_INBOX = ".inbox";

    private final String setting;
    private final Duration usual;

    Retention(String setting, int days) {
        this.setting = setting;
        this.usual = Duration.ofDays(days);
    }

    String setting() {
        return setting;
    }

    /** The default. */
    Duration usual() {
        return usual;
    }

    /** What keeps a table short, such as {@code life.journal}; empty where nothing does. */
    static Optional<Retention> of(String table) {
        return switch (table) {
            case "life.journal", "life.mind_sample", "life.answer" -> Optional.of(HISTORY);
            case "life.encounter", "life.line" -> Optional.of(ENCOUNTERS);
            case "life.mind_hour", "life.mind_day" -> Optional.of(AVERAGES);
            case "gateway.timeline", "gateway.sent_message" -> Optional.of(TIMELINE);
            case "llm.expense" -> Optional.of(LEDGER);
            default -> table.endsWith(EVERY_INBOX) ? Optional.of(INBOX) : Optional.empty();
        };
    }

    /**
     * How long a table grows before it is cut, where that is not as soon as its rows are old: samples stay until their hour is averaged, and the
     * journal with them; averages and expenses are rows of an hour or of a day.
     */
    static Duration cutEvery(String table) {
        return switch (table) {
            case "life.mind_sample", "life.journal", "life.mind_hour" -> Duration.ofHours(1);
            case "life.mind_day", "llm.expense" -> Duration.ofDays(1);
            default -> Duration.ZERO;
        };
    }

    /** What the environment of a world says in which everything is kept for five minutes only, {@code NAME=value}. */
    public static List<String> fiveMinutes() {
        return Stream.concat(
                        Arrays.stream(values()).map(retention -> retention.environmentName() + "=5m"), BESIDES.stream())
                .toList();
    }

    private String environmentName() {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
