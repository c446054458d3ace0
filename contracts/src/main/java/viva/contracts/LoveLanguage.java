package viva.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How an avatar shows and reads affection (Chapman 1992). */
public enum LoveLanguage {
    @JsonProperty("words")
    WORDS,
    @JsonProperty("time")
    TIME,
    @JsonProperty("gifts")
    GIFTS,
    @JsonProperty("touch")
    TOUCH,
    @JsonProperty("service")
    SERVICE;

    /** The name as it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
