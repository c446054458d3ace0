package viva.gateway.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import viva.gateway.secret.KeyedDigest;
import viva.gateway.secret.SecretKeyBase;

/** One-time codes for e-mail addresses. All of it happens in the caller's transaction. */
@Singleton
class EmailCodes implements PanacheRepositoryBase<EmailCode, UUID> {
    /** Of eight digits, five may be tried: one in twenty million is guessed. */
    static final int TRIES = 5;

    private static final int CODES = 100_000_000;

    private final KeyedDigest digest;
    private final SecureRandom random = new SecureRandom();

    EmailCodes(SecretKeyBase secret) {
        this.digest = new KeyedDigest(secret, "viva gateway e-mail codes v1");
    }

    /** A new code of eight digits. */
    String draw() {
        return "%08d".formatted(random.nextInt(CODES));
    }

    /** What is stored of a code; codes of different accounts have nothing in common. */
    String digest(UUID account, String code) {
        return digest.of(account + " " + code);
    }

    /** Has a code sent to the account's pending address. */
    Uni<Void> request(UUID account, Instant now) {
        return findById(account).chain(code -> {
            EmailCode wanted = code == null ? of(account) : code;
            wanted.request(now);
            return code == null
                    ? persist(wanted).replaceWithVoid()
                    : Uni.createFrom().voidItem();
        });
    }

    /** Whether this is the code that was sent. A right one is gone afterwards, and a wrong one may be tried only so often. */
    Uni<Boolean> redeem(UUID account, String text, Instant now) {
        return findById(account, LockModeType.PESSIMISTIC_WRITE).chain(code -> {
            if (code == null || !code.mayBeTried(now)) {
                return Uni.createFrom().item(false);
            }
            if (!digest.matches(code.digest, account + " " + text)) {
                code.triesLeft--;
                return Uni.createFrom().item(false);
            }
            return delete(code).replaceWith(true);
        });
    }

    private static EmailCode of(UUID account) {
        EmailCode code = new EmailCode();
        code.accountId = account;
        return code;
    }
}
