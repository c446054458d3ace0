package viva.platform.servers.postgres;

import java.util.List;
import java.util.Map;

/** What a power cut may cost. */
public enum Durability {
    /** Nothing that was committed. */
    KEEP,
    /** Everything; for tests, where the data are thrown away anyway. */
    FORGET;

    Map<String, String> settings() {
        String value = this == KEEP ? "on" : "off";
        return Map.of("fsync", value, "synchronous_commit", value, "full_page_writes", value);
    }

    List<String> initdbOptions() {
        return this == KEEP ? List.of() : List.of("--no-sync");
    }
}
