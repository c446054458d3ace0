package viva.llm.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentCertaintiesTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final RecentCertainties certainties = new RecentCertainties(text -> {
        asked.incrementAndGet();
        return text.hashCode();
    });

    @Test
    void a_text_is_judged_once() {
        for (int i = 0; i < 3; i++) {
            assertThat(certainties.of("I cannot go on")).isEqualTo("I cannot go on".hashCode());
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void however_many_texts_come_each_has_its_own_certainty() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(certainties.of("text " + i)).isEqualTo(("text " + i).hashCode());
            }
        }
    }
}
