package viva.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What makes an avatar laugh. */
public enum HumorStyle {
    @JsonProperty("witty")
    WITTY,
    @JsonProperty("sarcastic")
    SARCASTIC,
    @JsonProperty("wholesome")
    WHOLESOME,
    @JsonProperty("dark")
    DARK,
    @JsonProperty("absurd")
    ABSURD;

    /** The name as it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
