package viva.llm.nim;

import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a response says before its body.
 *
 * @param contentType in lower case without parameters; empty when there is none
 * @param requestId NVIDIA's id of a request that is still worked on; empty when there is none
 */
record Head(int status, String contentType, Optional<Duration> retryAfter, String requestId) {
    private static final int ACCEPTED = 202;

    static Head of(HttpClientResponse response, Instant now) {
        String type = header(response, "Content-Type");
        int parameters = type.indexOf(';');
        return new Head(
                response.statusCode(),
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT),
                RetryAfter.of(response.getHeader("Retry-After"), now),
                header(response, "NVCF-REQID"));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether the answer has to be asked for again (NVIDIA Cloud Functions, polling). */
    boolean isPending() {
        return status == ACCEPTED && !requestId.isEmpty();
    }

    boolean isStream() {
        return contentType.equals("text/event-stream");
    }

    boolean isJson() {
        return contentType.equals("application/json") || contentType.endsWith("+json");
    }

    private static String header(HttpClientResponse response, String name) {
        String value = response.getHeader(name);
        return value == null ? "" : value.strip();
    }
}
