package viva.llm.nim;

import java.util.Optional;
import java.util.regex.Pattern;

/** The key to the model's server. It shows itself to nobody but the request. */
final class ApiKey {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Zs}\\ufeff]+");

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /** Without the blanks and line ends that come along when a key is copied; empty when nothing is left. */
    static Optional<ApiKey> of(String text) {
        String stripped = BLANKS.matcher(text).replaceAll("");
        return stripped.isEmpty() ? Optional.empty() : Optional.of(new ApiKey(stripped));
    }

    /** The value of the header {@code Authorization}. */
    String authorization() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
