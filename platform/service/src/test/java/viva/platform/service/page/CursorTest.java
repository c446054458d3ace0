package viva.platform.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.platform.service.problem.Rejected;

class CursorTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456Z");
    private static final UUID ID = new UUID(1, 2);

    @Test
    void a_cursor_comes_back_as_it_went() {
        Cursor cursor = Cursor.decode(Cursor.of(NOON, ID, 42L).encoded(), 3);

        assertThat(cursor.instant(0)).isEqualTo(NOON);
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.number(2)).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "Zm9v", "AAAAAAAAAAAAAAAAAAAAAA"})
    void what_was_not_handed_out_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, 2)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Cursor.decode("A".repeat(301), 1)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Cursor.of("today").instant(0)).isInstanceOf(Rejected.class);
    }

    @Test
    void the_row_too_many_only_tells_that_there_is_a_next_page() {
        Page<Integer> first = Page.of(List.of(1, 2, 3), 2, Cursor::of);
        Page<Integer> last = Page.of(List.of(3), 2, Cursor::of);

        assertThat(first.items()).containsExactly(1, 2);
        assertThat(Cursor.decode(first.nextCursor(), 1).number(0)).isEqualTo(2);
        assertThat(last.nextCursor()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "many", "1.5", ""})
    void a_limit_out_of_range_is_refused(String limit) {
        assertThatThrownBy(() -> new PageRequest(null, limit).limit()).isInstanceOf(Rejected.class);
        assertThat(new PageRequest(null, null).limit()).isEqualTo(20);
        assertThat(new PageRequest(null, "100").limit()).isEqualTo(100);
    }
}
