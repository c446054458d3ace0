package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private static final String STREAM = ": keep-alive\r\n"
            + "data: {\"a\":1}\r\n\r\n"
            + "event: error\ndata: first\ndata:second\nid: 7\nretry: 10\n\n"
            + "data: ação 🌙\r\r"
            + "data\n\n"
            + "event: lonely\n\n"
            + "data: [DONE]\n\n";

    private static final List<SseEvent> EVENTS = List.of(
            new SseEvent("message", "{\"a\":1}"),
            new SseEvent("error", "first\nsecond"),
            new SseEvent("message", "ação 🌙"),
            new SseEvent("message", ""),
            new SseEvent("message", "[DONE]"));

    private final SseParser parser = new SseParser(1_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 1_000})
    void events_are_the_same_wherever_the_network_cuts_them(int chunk) {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        List<SseEvent> events = new ArrayList<>();

        for (int from = 0; from < bytes.length; from += chunk) {
            events.addAll(parser.feed(java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + chunk))));
        }

        assertThat(events).isEqualTo(EVENTS);
        assertThat(parser.end()).isEmpty();
    }

    @Test
    void a_byte_order_mark_at_the_start_is_no_part_of_the_first_field() {
        assertThat(feed("\ufeffdata: x\n\n")).containsExactly(new SseEvent("message", "x"));
    }

    @Test
    void only_one_blank_after_the_colon_is_dropped() {
        assertThat(feed("data:  two\ndata:none\n\n")).containsExactly(new SseEvent("message", " two\nnone"));
    }

    @Test
    void a_stream_that_ends_without_a_blank_line_keeps_its_last_event() {
        assertThat(feed("data: a\n\ndata: last")).containsExactly(new SseEvent("message", "a"));

        assertThat(parser.end()).contains(new SseEvent("message", "last"));
        assertThat(parser.end()).isEmpty();
    }

    @Test
    void an_event_that_never_ends_is_too_large() {
        assertThatThrownBy(() -> feed("data: " + "x".repeat(2_000)))
                .isInstanceOfSatisfying(
                        NimException.class, e -> assertThat(e.fault()).isEqualTo(new NimFault.TooLarge(1_000)));
    }

    @Test
    void many_short_lines_of_one_event_are_too_large_as_well() {
        assertThatThrownBy(() -> feed("data: xxxxxxxxx\n".repeat(200))).isInstanceOf(NimException.class);
    }

    @Test
    void many_events_are_not_too_large() {
        assertThat(feed("data: xxxxxxxxx\n\n".repeat(200))).hasSize(200);
    }

    private List<SseEvent> feed(String text) {
        return parser.feed(text.getBytes(StandardCharsets.UTF_8));
    }
}
