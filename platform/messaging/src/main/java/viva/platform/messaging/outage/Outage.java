package viva.platform.messaging.outage;

import java.util.Objects;

/**
 * Something that handling needs is away.
 *
 * @param dependency its name among the dependencies that the probes of a process know, or {@link #UNKNOWN}
 * @param why the failure's own words
 */
public record Outage(String dependency, String why) {
    /** A failure that does not tell which server it is about, such as a timeout. */
    public static final String UNKNOWN = "unknown";

    public Outage {
        Objects.requireNonNull(dependency, "dependency");
        Objects.requireNonNull(why, "why");
    }

    /** An outage that {@code failure} tells of. */
    public static Outage of(String dependency, Throwable failure) {
        return new Outage(dependency, failure.toString());
    }

    /** Whether it names what is away. */
    public boolean isKnown() {
        return !dependency.equals(UNKNOWN);
    }

    @Override
    public String toString() {
        return dependency + " (" + why + ")";
    }
}
