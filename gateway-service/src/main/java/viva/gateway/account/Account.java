package viva.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import viva.contracts.AccountId;

/** An owner's account, as it is stored. */
@Entity
@Table(name = "account")
public class Account {
    @Id
    UUID id;

    @Column(nullable = false)
    String email;

    @Column(nullable = false)
    String username;

    @Column(name = "display_name")
    String displayName;

    @Column(nullable = false)
    String locale;

    @Column(nullable = false)
    String timezone;

    @Column(name = "password_hash", nullable = false)
    String passwordHash;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    /** Null unless the account is on its way out. */
    @Column(name = "erasing_since")
    Instant erasingSince;

    public AccountId accountId() {
        return new AccountId(id);
    }

    public String username() {
        return username;
    }

    boolean isErasing() {
        return erasingSince != null;
    }
}
