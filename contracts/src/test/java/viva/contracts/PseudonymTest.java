package viva.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymTest {
    @Test
    void a_pseudonym_never_changes_because_databases_keep_it() {
        assertThat(AvatarId.of("0198c0de-0000-7000-8000-000000000001").pseudonym())
                .isEqualTo(AvatarId.of("91de6f8d-6ce1-37f5-b4c2-f636b46c30bf"));
        assertThat(AccountId.of("00000000-0000-0000-0000-000000000000").pseudonym())
                .isEqualTo(AccountId.of("d04c27c3-e532-38e7-bf88-e35b5ee229f2"));
    }

    @Test
    void others_have_other_pseudonyms() {
        AvatarId luna = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
        AvatarId sol = AvatarId.of("0198c0de-0000-7000-8000-000000000002");

        assertThat(luna.pseudonym()).isNotEqualTo(luna).isNotEqualTo(sol.pseudonym());
    }
}
