package viva.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;

class RevocationListTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final AccountId ADA = new AccountId(new UUID(1, 1));
    private static final UUID PHONE = new UUID(2, 1);
    private static final UUID LAPTOP = new UUID(2, 2);

    private final RevocationList list = new RevocationList();

    @Test
    void a_session_that_ended_takes_its_tokens_with_it_and_no_others() {
        list.add(new Revocation.OfSession(PHONE, NOW));

        assertThat(list.isRevoked(access(PHONE, 0))).isTrue();
        assertThat(list.isRevoked(access(LAPTOP, 0))).isFalse();
    }

    @Test
    void of_an_account_all_earlier_generations_end_but_the_spared_session() {
        list.add(ended(1, LAPTOP));

        assertThat(list.isRevoked(access(PHONE, 0))).isTrue();
        assertThat(list.isRevoked(access(LAPTOP, 0))).isFalse();
        assertThat(list.isRevoked(access(PHONE, 1))).isFalse();
        assertThat(list.isRevoked(new Access(new AccountId(new UUID(1, 2)), PHONE, 0)))
                .isFalse();
    }

    @Test
    void who_was_spared_once_is_not_spared_again() {
        list.add(ended(1, LAPTOP));
        list.add(ended(2, PHONE));

        assertThat(list.isRevoked(access(LAPTOP, 0))).isTrue();
        assertThat(list.isRevoked(access(LAPTOP, 1))).isTrue();
        assertThat(list.isRevoked(access(PHONE, 1))).isFalse();
    }

    @Test
    void what_is_read_late_or_twice_brings_nobody_back() {
        for (Revocation revocation :
                List.of(ended(2, Revocations.NOBODY), ended(1, LAPTOP), ended(2, Revocations.NOBODY))) {
            list.add(revocation);
        }

        assertThat(list.isRevoked(access(LAPTOP, 1))).isTrue();
        assertThat(list.size()).isEqualTo(1);
    }

    @Test
    void it_forgets_what_is_older_than_every_token() {
        list.add(ended(1, LAPTOP));
        list.add(new Revocation.OfSession(PHONE, NOW.plusSeconds(1)));

        list.forget(NOW.plusSeconds(1));

        assertThat(list.size()).isEqualTo(1);
        assertThat(list.isRevoked(access(PHONE, 5))).isTrue();
    }

    private static Access access(UUID session, int generation) {
        return new Access(ADA, session, generation);
    }

    private static Revocation ended(int generation, UUID spared) {
        return new Revocation.OfAccount(AccountDigest.of(ADA), generation, spared, NOW);
    }
}
