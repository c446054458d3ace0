package viva.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How an avatar handles closeness (Bartholomew and Horowitz 1991). */
public enum AttachmentStyle {
    @JsonProperty("secure")
    SECURE,
    @JsonProperty("anxious")
    ANXIOUS,
    @JsonProperty("avoidant")
    AVOIDANT,
    @JsonProperty("fearful")
    FEARFUL;

    /** The name as it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
