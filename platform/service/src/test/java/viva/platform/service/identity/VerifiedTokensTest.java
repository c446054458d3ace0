package viva.platform.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    @Test
    void only_the_latest_used_ones_are_kept() {
        VerifiedTokens<Integer> tokens = new VerifiedTokens<>(2);
        tokens.add("a", 1);
        tokens.add("b", 2);
        assertThat(tokens.find("a")).contains(1);

        tokens.add("c", 3);

        assertThat(tokens.size()).isEqualTo(2);
        assertThat(tokens.find("a")).contains(1);
        assertThat(tokens.find("b")).isEmpty();
        assertThat(tokens.find("c")).contains(3);
    }

    @Test
    void a_token_that_differs_in_one_letter_is_another() {
        VerifiedTokens<Integer> tokens = new VerifiedTokens<>(2);
        tokens.add("abc", 1);

        assertThat(tokens.find("abd")).isEmpty();
        assertThat(tokens.find("abc.")).isEmpty();
    }
}
