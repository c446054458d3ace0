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

    /** How well one laughs at the other's jokes, in [0, 1] and the same in both directions; the numbers are the product's. */
    public double match(HumorStyle other) {
        if (this == other) {
            return 1;
        }
        return laughsWith(other) || other.laughsWith(this) ? .7 : .3;
    }

    private boolean laughsWith(HumorStyle other) {
        return switch (this) {
            case WITTY -> other == SARCASTIC;
            case WHOLESOME, ABSURD -> other == WITTY;
            case DARK -> other == SARCASTIC;
            case SARCASTIC -> false;
        };
    }
}
