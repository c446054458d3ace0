package viva.llm.nim;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Fields of a request that some models refuse; an answer can be had without them. */
enum OptionalField {
    STREAM_OPTIONS,
    CHAT_TEMPLATE_KWARGS,
    REASONING_EFFORT,
    TEMPERATURE,
    TOP_P,
    RESPONSE_FORMAT,
    /** Of embeddings. */
    INPUT_TYPE,
    TRUNCATE;

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of {@code sent} that the server's explanation names; all of {@code sent} when it names none. */
    static Set<OptionalField> blamed(String detail, Set<OptionalField> sent) {
        String text = detail.toLowerCase(Locale.ROOT);
        Set<OptionalField> named = EnumSet.noneOf(OptionalField.class);
        Arrays.stream(values())
                .filter(sent::contains)
                .filter(field -> text.contains(field.field()))
                .forEach(named::add);
        return named.isEmpty() ? sent : named;
    }
}
