package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected bytes are those of the serializer in the phoenix JavaScript client, version 1.8. */
class BinaryFramesTest {
    private static final ByteBuffer DATA = ByteBuffer.wrap(new byte[] {1, 2});

    @Test
    void a_push_of_a_client_is_read() throws MalformedFrame {
        Frame frame = BinaryFrames.readPush(bytes("00 01 02 03 01 31 3132 613a62 65 0102"));

        assertThat(frame.joinRef()).isEqualTo("1");
        assertThat(frame.ref()).isEqualTo("12");
        assertThat(frame.topic()).isEqualTo("a:b");
        assertThat(frame.event()).isEqualTo("e");
        assertThat(frame.payload()).isEqualTo(new Payload.Bytes(DATA));
    }

    @Test
    void an_empty_ref_is_none() throws MalformedFrame {
        Frame frame = BinaryFrames.readPush(bytes("00 00 00 01 01 74 65"));

        assertThat(frame.joinRef()).isNull();
        assertThat(frame.ref()).isNull();
        assertThat(frame.payload()).isEqualTo(new Payload.Bytes(ByteBuffer.allocate(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00 00 00 00 00",
                "00 00 00 01 00 74",
                "01 00 00 01 01 74 65",
                "00 05 00 01 01 74 65",
                "00 00 00 ff 01 74 65",
                "00 00 00 01 01 ff 65"
            })
    void what_is_not_a_push_is_refused(String hex) {
        assertThatExceptionOfType(MalformedFrame.class).isThrownBy(() -> BinaryFrames.readPush(bytes(hex)));
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
