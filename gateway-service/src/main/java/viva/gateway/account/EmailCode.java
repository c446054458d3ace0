package viva.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The code that confirms an account's pending address, as it is stored. */
@Entity
@Table(name = "email_code")
class EmailCode {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    /** Null until a code is sent. */
    String digest;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "tries_left", nullable = false)
    int triesLeft;

    /** When a mail is due; null when none is. */
    @Column(name = "mail_due_at")
    Instant mailDueAt;

    @Column(name = "mails_tried", nullable = false)
    int mailsTried;

    /** Has a new code sent; the one before holds no more. */
    void request(Instant now) {
        digest = null;
        expiresAt = null;
        triesLeft = 0;
        mailDueAt = now;
        mailsTried = 0;
    }

    boolean mayBeTried(Instant now) {
        return digest != null && triesLeft > 0 && expiresAt.isAfter(now);
    }
}
