package viva.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaidHashTest {
    @Test
    void the_hashes_are_the_same_for_ever() {
        assertThat(SaidHash.of("")).isEqualTo(0x811c9dc5);
        assertThat(SaidHash.of("a")).isEqualTo(0xe40c292c);
        assertThat(SaidHash.of("foobar")).isEqualTo(0xbf9cf968);
    }

    @Test
    void case_signs_and_spaces_make_no_other_sentence() {
        assertThat(SaidHash.of("  It's a   GOOD day, really!")).isEqualTo(SaidHash.of("it s a good day really"));
        assertThat(SaidHash.of("Que dia bom, não?")).isEqualTo(SaidHash.of("que dia bom na\u0303o"));
        assertThat(SaidHash.of("It's a good day")).isNotEqualTo(SaidHash.of("It's a bad day"));
    }

    @Test
    void a_text_has_a_hash_for_each_sentence_that_is_one() {
        assertThat(SaidHash.ofSentences("Hm. It's a good day! What did you do today?… Oh?"))
                .containsExactly(SaidHash.of("It's a good day"), SaidHash.of("What did you do today"));
    }
}
