package viva.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.Rejected;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

class PasswordsTest {
    private static final Party ADA = new Party("ada", 4);
    private static final Party MALLORY = new Party("mallory", 4);

    /** From the reference implementation's own tests (P-H-C/phc-winner-argon2, src/test.c): "password", salt "somesalt". */
    private static final String LIGHT =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private static final String HEAVY =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Passwords passwords = new Passwords(new OperatingFailures(new SimpleMeterRegistry()));

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void the_right_password_matches_and_no_other() {
        String stored = get(passwords.hash(ADA, "Correct1 Ångström"));

        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(get(passwords.check(ADA, "Correct1 Ångström", stored)).isRight())
                .isTrue();
        assertThat(get(passwords.check(ADA, "correct1 Ångström", stored)).isRight())
                .isFalse();
        assertThat(get(passwords.hash(ADA, "Correct1 Ångström"))).isNotEqualTo(stored);
    }

    @Test
    void nobody_has_any_password() {
        assertThat(get(passwords.check(ADA, "nobody has this password", null)).isRight())
                .isFalse();
    }

    @Test
    void a_hash_is_checked_by_its_own_parameters_and_a_weak_one_is_replaced() {
        Passwords.Checked checked = get(passwords.check(ADA, "password", LIGHT));

        assertThat(checked.isRight()).isTrue();
        assertThat(checked.better()).hasValueSatisfying(better -> {
            assertThat(better).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(get(passwords.check(ADA, "password", better)).isRight()).isTrue();
        });
    }

    @Test
    void a_stronger_hash_stays_and_a_wrong_password_replaces_nothing() {
        assertThat(get(passwords.check(ADA, "password", HEAVY)).isRight()).isTrue();
        assertThat(get(passwords.check(ADA, "password", HEAVY)).better()).isEmpty();
        assertThat(get(passwords.check(ADA, "Password", LIGHT)))
                .isEqualTo(new Passwords.Checked(false, Optional.empty()));
    }

    @Test
    void a_hash_that_cannot_be_read_matches_nothing() {
        assertThat(get(passwords.check(ADA, "x", "$2b$12$abc")).isRight()).isFalse();
    }

    /** Two are hashed at a time and four of one party wait, so at most six of a hundred come before whoever comes later. */
    @Test
    void a_flood_of_one_party_is_refused_beyond_its_line_and_holds_nobody_else_up() {
        Recorder<String> done = new Recorder<>();
        List<CompletableFuture<String>> flood = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            flood.add(passwords
                    .hash(MALLORY, "Correct1horse")
                    .invoke(() -> done.accept("mallory"))
                    .subscribeAsCompletionStage());
        }

        int before = done.size();

        get(passwords.hash(ADA, "Correct1horse"));

        assertThat(done.size() - before).isLessThanOrEqualTo(6);
        assertThat(flood).anyMatch(PasswordsTest::isRefused);
    }

    private static boolean isRefused(CompletableFuture<String> hash) {
        return hash.isCompletedExceptionally()
                && hash.exceptionNow() instanceof Rejected refused
                && refused.problem().status() == 429;
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Waiting.PATIENCE);
    }
}
