package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFramesTest {
    @Test
    void a_frame_is_read_as_it_is_written() throws MalformedFrame {
        String text = "[\"1\",\"2\",\"avatar:7\",\"message\",{\"content\":\"a, \\\"b\\\" ü\"}]";

        Frame frame = TextFrames.read(text);

        assertThat(frame.joinRef()).isEqualTo("1");
        assertThat(frame.ref()).isEqualTo("2");
        assertThat(frame.topic()).isEqualTo("avatar:7");
        assertThat(frame.event()).isEqualTo("message");
        assertThat(frame.payload())
                .isInstanceOfSatisfying(
                        Payload.Json.class,
                        json -> assertThat(json.object().path("content").textValue())
                                .isEqualTo("a, \"b\" ü"));
    }

    @Test
    void absent_refs_are_null() throws MalformedFrame {
        Frame frame = TextFrames.read("[null,null,\"phoenix\",\"heartbeat\",{}]");

        assertThat(frame.joinRef()).isNull();
        assertThat(frame.ref()).isNull();
    }

    @Test
    void a_frame_is_written_without_spaces_in_the_order_of_the_protocol() {
        String text = TextFrames.write(
                null,
                "3",
                "phoenix",
                "phx_reply",
                JsonNodeFactory.instance.objectNode().put("status", "ok"));

        assertThat(text).isEqualTo("[null,\"3\",\"phoenix\",\"phx_reply\",{\"status\":\"ok\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "{}",
                "[]",
                "null",
                "[null,null,\"t\",\"e\"]",
                "[null,null,\"t\",\"e\",{},{}]",
                "[null,null,\"t\",\"e\",{}] x",
                "[null,null,\"t\",\"e\",{}",
                "[null,null,\"t\",\"e\",{\"a\":1,\"a\":2}]",
                "[null,null,\"t\",\"e\",null]",
                "[null,null,\"t\",\"e\",[]]",
                "[null,null,\"t\",\"e\",\"x\"]",
                "[1,null,\"t\",\"e\",{}]",
                "[null,2,\"t\",\"e\",{}]",
                "[null,null,null,\"e\",{}]",
                "[null,null,\"t\",7,{}]",
                "[null,null,\"\",\"e\",{}]",
                "[null,null,\"t\",\"\",{}]",
                "[NaN,null,\"t\",\"e\",{}]"
            })
    void what_is_not_a_frame_is_refused(String text) {
        assertThatExceptionOfType(MalformedFrame.class).isThrownBy(() -> TextFrames.read(text));
    }

    @Test
    void refs_topics_and_events_have_a_longest_length() {
        String ref = "r".repeat(TextFrames.MAX_REF + 1);
        String topic = "t".repeat(TextFrames.MAX_TOPIC + 1);
        String event = "e".repeat(TextFrames.MAX_EVENT + 1);

        assertThatExceptionOfType(MalformedFrame.class)
                .isThrownBy(() -> TextFrames.read("[\"" + ref + "\",null,\"t\",\"e\",{}]"));
        assertThatExceptionOfType(MalformedFrame.class)
                .isThrownBy(() -> TextFrames.read("[null,null,\"" + topic + "\",\"e\",{}]"));
        assertThatExceptionOfType(MalformedFrame.class)
                .isThrownBy(() -> TextFrames.read("[null,null,\"t\",\"" + event + "\",{}]"));
    }

    @Test
    void a_payload_may_not_be_nested_without_end() {
        String deep = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);

        assertThatExceptionOfType(MalformedFrame.class)
                .isThrownBy(() -> TextFrames.read("[null,null,\"t\",\"e\"," + deep + "]"));
    }
}
