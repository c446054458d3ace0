package viva.platform.health;

import java.util.Map;

/** Tells, as a bean, what in this process waits for something, for the answers of the probes. */
public interface HealthNotes {
    /** What waits, and in words for what; empty when nothing does. Never blocks. */
    Map<String, String> notes();
}
