package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class MindCodecTest {
    @Test
    void a_whole_life_goes_through_bytes_and_back_at_every_tick() {
        Mind mind = People.newborn(1);

        for (int tick = 0; tick < 500; tick++) {
            byte[] bytes = MindCodec.encode(mind);
            Mind decoded = MindCodec.decode(bytes);

            assertThat(decoded).isEqualTo(mind);
            assertThat(MindCodec.encode(decoded)).isEqualTo(bytes).hasSizeLessThanOrEqualTo(MindCodec.MAX_BYTES);
            mind = People.LIVES.tick(decoded).mind();
        }
    }

    @Test
    void every_single_changed_byte_is_noticed() {
        byte[] bytes = MindCodec.encode(People.newborn(1));

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x10;

            assertThatThrownBy(() -> MindCodec.decode(changed)).isInstanceOf(MalformedMindException.class);
        }
    }

    @Test
    void every_cut_and_every_extra_byte_is_noticed() {
        byte[] bytes = MindCodec.encode(People.newborn(1));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MindCodec.decode(cut)).isInstanceOf(MalformedMindException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> MindCodec.decode(longer)).isInstanceOf(MalformedMindException.class);
        assertThatThrownBy(() -> MindCodec.decode(new byte[1_000_000]))
                .isInstanceOf(MalformedMindException.class)
                .hasMessageContaining("got 1000000");
    }

    @Test
    void another_version_is_refused_by_name() {
        byte[] bytes = MindCodec.encode(People.newborn(1));
        bytes[0] = 9;

        assertThatThrownBy(() -> MindCodec.decode(bytes))
                .isInstanceOf(MalformedMindException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("got 9");
    }

    @Test
    void random_bytes_with_a_right_checksum_are_refused_clearly() {
        SplittableRandom random = new SplittableRandom(3);
        byte[] model = MindCodec.encode(People.newborn(1));

        for (int attempt = 0; attempt < 20_000; attempt++) {
            byte[] bytes = model.clone();
            int at = 1 + random.nextInt(bytes.length - 5);
            bytes[at] = (byte) random.nextInt();
            bytes[Math.min(bytes.length - 5, at + 1)] = (byte) random.nextInt();
            sign(bytes);

            try {
                Mind mind = MindCodec.decode(bytes);
                assertThat(MindCodec.encode(mind)).as("attempt " + attempt).isEqualTo(bytes);
            } catch (MalformedMindException e) {
                assertThat(e).hasMessageMatching("(?s).*(must be|may be|not a mind|cut short|left behind).*");
            }
        }
    }

    @Test
    void not_a_number_is_no_need() {
        byte[] bytes = MindCodec.encode(People.newborn(1));
        int social = 1 + 57 + 48;
        byte[] nan = HexFormat.of().parseHex("7ff8000000000000");
        System.arraycopy(nan, 0, bytes, social, nan.length);
        sign(bytes);

        assertThatThrownBy(() -> MindCodec.decode(bytes))
                .isInstanceOf(MalformedMindException.class)
                .hasMessageContaining("social = NaN");
    }

    private static void sign(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length - 4);
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 1 - i] = (byte) (crc.getValue() >>> (8 * i));
        }
    }
}
