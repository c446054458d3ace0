package viva.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who wrote a message. */
public enum Author {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("avatar")
    AVATAR,
    /** The other avatar of a conversation between two, as the one whose side is told sees it. */
    @JsonProperty("partner")
    PARTNER;

    /** The name as it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
