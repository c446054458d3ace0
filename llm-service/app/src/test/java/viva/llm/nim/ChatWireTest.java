package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client and a server that breaks off, falls silent, or never stops. */
class ChatWireTest {
    @Test
    void a_server_that_is_not_there_is_unreachable_after_some_attempts() {
        try (NimWorld nowhere = new NimWorld("http://127.0.0.1:9/v1")) {
            assertThat(NimWorld.fault(nowhere::plain)).isEqualTo(new NimFault.Unreachable());
            assertThat(nowhere.budgets.calls).hasSize(3);
        }
    }

    @Test
    void a_listener_that_has_heard_enough_ends_the_answer() {
        try (RawServer server = new RawServer(RawServer.SSE_HEAD, chunk("word ").repeat(50), RawServer.Then.SILENCE);
                NimWorld raw = new NimWorld(server.url())) {
            Deadlines deadlines = NimWorld.in(NimWorld.LONG, NimWorld.LONG);

            ChatAnswer answer = raw.chat
                    .chat(NimWorld.order(true, deadlines), (model, words) -> true)
                    .await()
                    .atMost(NimWorld.LONG);

            assertThat(answer.finish()).isEqualTo(Finish.CUT);
            assertThat(raw.budgets.ends).containsExactly("began", "settled");
        }
    }

    @Test
    void a_stream_that_is_reset_after_words_is_broken_and_not_tried_again() {
        try (RawServer server = new RawServer(RawServer.SSE_HEAD, chunk("Hi. And"), RawServer.Then.RESET);
                NimWorld raw = new NimWorld(server.url())) {
            assertThat(NimWorld.fault(raw::stream)).isEqualTo(new NimFault.Broken());

            assertThat(raw.heard).containsExactly("Hi. And");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(raw.budgets.ends).containsExactly("began", "settled");
        }
    }

    @Test
    void a_stream_that_falls_silent_ends_at_the_total_deadline() {
        try (RawServer server = new RawServer(RawServer.SSE_HEAD, chunk("Hi. And"), RawServer.Then.SILENCE);
                NimWorld raw = new NimWorld(server.url())) {
            Duration afterTheFirstWords = Duration.ofSeconds(5);
            Deadlines deadlines = NimWorld.in(afterTheFirstWords, afterTheFirstWords);

            assertThat(NimWorld.fault(() -> raw.stream(deadlines)))
                    .isEqualTo(new NimFault.TooSlow(NimFault.Stage.TOTAL));
            assertThat(raw.heard).containsExactly("Hi. And");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "text/event-stream"})
    void a_body_that_never_ends_is_too_large(String type) {
        String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + type + "\r\n\r\n";
        try (RawServer server = new RawServer(head, "x".repeat(10_000), RawServer.Then.REPEAT);
                NimWorld raw = new NimWorld(server.url())) {
            assertThat(NimWorld.fault(raw::stream)).isInstanceOf(NimFault.TooLarge.class);
        }
    }

    @Test
    void an_error_page_that_never_ends_is_the_error_that_it_is() {
        String head = "HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n";
        try (RawServer server = new RawServer(head, "x".repeat(10_000), RawServer.Then.REPEAT);
                NimWorld raw = new NimWorld(server.url())) {
            assertThat(NimWorld.fault(raw::stream)).isEqualTo(new NimFault.KeyRefused(401));
        }
    }

    @Test
    void a_stream_of_words_that_never_ends_is_too_large() {
        try (RawServer server = new RawServer(RawServer.SSE_HEAD, chunk("word ").repeat(50), RawServer.Then.REPEAT);
                NimWorld raw = new NimWorld(server.url())) {
            assertThat(NimWorld.fault(raw::stream)).isInstanceOf(NimFault.TooLarge.class);
        }
    }

    @Test
    void thoughts_of_a_stream_that_breaks_are_paid_for_by_an_estimate() {
        String thought = "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"" + "hmm ".repeat(100) + "\"}}]}\n\n";
        try (RawServer server = new RawServer(RawServer.SSE_HEAD, thought, RawServer.Then.RESET);
                NimWorld raw = new NimWorld(server.url())) {
            assertThat(NimWorld.fault(raw::stream)).isEqualTo(new NimFault.Broken());

            assertThat(raw.budgets.settled)
                    .singleElement()
                    .satisfies(usage -> assertThat(usage.completionTokens()).isEqualTo(100));
        }
    }

    @Test
    void streams_that_end_as_they_should_share_a_connection() {
        try (RawServer server = new RawServer(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n",
                        chunked(chunk("Hi.") + finish("stop") + "data: [DONE]\n\n") + "0\r\n\r\n",
                        RawServer.Then.AGAIN);
                NimWorld raw = new NimWorld(server.url())) {
            raw.stream();
            await().until(() -> raw.stream().text().equals("Hi.") && server.requests() > server.connections());
        }
    }

    private static String chunked(String body) {
        return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";
    }

    private static String chunk(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    private static String finish(String reason) {
        return "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n";
    }
}
