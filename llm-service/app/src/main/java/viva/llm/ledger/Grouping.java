package viva.llm.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What requests of one sum have in common. */
enum Grouping {
    PURPOSE("purpose"),
    MODEL("model"),
    DAY("day::text"),
    OWNER("owner_id::text"),
    AVATAR("avatar_id::text"),
    /** All of them are one sum. */
    TOTAL("'total'");

    private final String column;

    Grouping(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    static Optional<Grouping> of(String name) {
        return Arrays.stream(values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
