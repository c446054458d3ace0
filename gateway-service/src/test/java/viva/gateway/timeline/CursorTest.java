package viva.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final UUID EVENT = new UUID(1, 2);

    @Test
    void a_cursor_is_read_as_it_is_written() {
        Cursor cursor = new Cursor(17, EVENT);

        assertThat(cursor).hasToString("17-00000000-0000-0001-0000-000000000002");
        assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "17",
                "17-",
                "-1-00000000-0000-0001-0000-000000000002",
                "x-00000000-0000-0001-0000-000000000002",
                "9999999999999999999-00000000-0000-0001-0000-000000000002",
                "17-00000000-0000-0001-0000-000000000002 "
            })
    void nothing_else_is_read(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
    }
}
