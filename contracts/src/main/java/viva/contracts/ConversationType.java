package viva.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who an avatar talks with: its owner, or another avatar. */
public enum ConversationType {
    @JsonProperty("owner")
    OWNER,
    @JsonProperty("avatar")
    AVATAR;

    /** The name as it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
