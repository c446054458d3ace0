package viva.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who found the words of a message, as owners are told. */
public enum VoiceKind {
    /** A language model. */
    @JsonProperty("model")
    MODEL,
    /** Nobody outside: the phrasebooks of this suite. */
    @JsonProperty("offline")
    OFFLINE;

    /** The kind of what stands in {@code WordsV1.voice}: {@code offline} or a model's name; null for null. */
    public static VoiceKind of(String voice) {
        if (voice == null) {
            return null;
        }
        return voice.equals(OFFLINE.label()) ? OFFLINE : MODEL;
    }

    /** The name as it stands in JSON: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
