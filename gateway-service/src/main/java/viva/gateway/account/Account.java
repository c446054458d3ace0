package viva.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.platform.service.identity.Role;

/** An owner's account, as it is stored. */
@Entity
@Table(name = "account")
public class Account {
    @Id
    UUID id;

    @Column(nullable = false)
    String email;

    /** When a code that was sent to the address came back; null while it proves nothing. */
    @Column(name = "email_confirmed_at")
    Instant emailConfirmedAt;

    /** Where a code was sent that has not come back; null when nothing is outstanding. */
    @Column(name = "pending_email")
    String pendingEmail;

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

    /** Raised by the database alone ({@code revoke_account}). */
    @Column(name = "session_generation", insertable = false, updatable = false)
    int sessionGeneration;

    /** Null for everybody who is no operator; set by the database alone ({@code grant_operator}). */
    @Column(name = "operator_since", insertable = false, updatable = false)
    Instant operatorSince;

    /** The client's id of the wish that opened the account; null when it had none. */
    @Column(name = "client_id")
    UUID clientId;

    public AccountId accountId() {
        return new AccountId(id);
    }

    public String username() {
        return username;
    }

    Set<Role> roles() {
        return operatorSince == null ? EnumSet.of(Role.OWNER) : EnumSet.of(Role.OWNER, Role.OPERATOR);
    }

    boolean isErasing() {
        return erasingSince != null;
    }
}
