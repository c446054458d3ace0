package viva.gateway.account;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Opens, finds and changes accounts. What is wrong with a wish is a {@link Rejected} that names the field. */
@Singleton
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
    static final ProblemType TAKEN = new ProblemType("taken", "Somebody else has it already", 409);

    private static final String CURRENT_PASSWORD = "current_password";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String BY_EMAIL = "lower(email) = lower(?1) and erasingSince is null";
    private static final String BY_USERNAME = "lower(username) = lower(?1) and erasingSince is null";

    private final Passwords passwords;
    private final Clock clock = Clock.systemUTC();

    Accounts(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Opens an account. An e-mail address or user name that somebody has is answered with 409, in a race, too. */
    public Uni<AccountView> open(NewAccount wish) {
        wish.check();
        return refuseTaken(wish.email(), wish.username())
                .chain(() -> passwords.hash(wish.password()))
                .chain(hash -> Panache.withTransaction(() -> persist(account(wish, hash))))
                .map(AccountView::of)
                .onFailure()
                .transform(Accounts::taken);
    }

    /** The account that a login and its password open; empty when one of them is wrong, and it does not show which. */
    public Uni<Optional<AccountView>> signIn(String login, String password) {
        String query = login.contains("@") ? BY_EMAIL : BY_USERNAME;
        return Panache.withSession(() -> find(query, login).firstResult())
                .chain(found -> passwords
                        .matches(password, found == null ? null : found.passwordHash)
                        .map(matches -> matches ? Optional.of(AccountView.of(found)) : Optional.empty()));
    }

    /** The account; fails with 404 when it is gone. */
    public Uni<AccountView> get(AccountId id) {
        return Panache.withSession(() -> living(id)).map(AccountView::of);
    }

    /** Changes an account. A new password or e-mail address needs the current password. */
    public Uni<AccountView> change(AccountId id, AccountChange change) {
        change.check();
        return Panache.withSession(() -> living(id))
                .chain(account -> confirmed(account, change))
                .chain(() -> newHash(change))
                .chain(hash ->
                        Panache.withTransaction(() -> living(id).invoke(account -> apply(account, change, hash))))
                .map(AccountView::of)
                .onFailure()
                .transform(Accounts::taken);
    }

    /**
     * Marks an account for erasure: from now on nobody signs in with it. Rejects a wrong password as {@link #change} does, and fails with 404
     * when the account is gone; one whose erasure is under way may be marked again.
     */
    Uni<Void> beginErasure(AccountId id, String currentPassword) {
        if (currentPassword == null) {
            return Uni.createFrom().failure(Rejected.invalid(CURRENT_PASSWORD, "is required to erase the account"));
        }
        return Panache.withSession(() -> present(id))
                .chain(account -> confirmed(account, currentPassword))
                .chain(() -> Panache.withTransaction(() -> present(id).invoke(account -> {
                    if (!account.isErasing()) {
                        account.erasingSince = now();
                    }
                })))
                .replaceWithVoid();
    }

    /** Accounts whose erasure began before {@code until} and did not end, oldest first. */
    Uni<List<AccountId>> erasing(Instant until, int limit) {
        return Panache.withSession(() -> find("erasingSince < ?1 order by erasingSince", until)
                        .page(0, limit)
                        .list())
                .map(accounts -> accounts.stream().map(Account::accountId).toList());
    }

    /** Deletes an account whose erasure began; one that is gone already does not matter. */
    Uni<Void> erase(AccountId id) {
        return Panache.withTransaction(() -> findById(id.value())
                .chain(account -> account != null && account.isErasing()
                        ? delete(account)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> refuseTaken(String email, String username) {
        return Panache.withSession(() -> count("lower(email) = lower(?1)", email)
                .invoke(found -> refuse(found, "email"))
                .chain(() -> count("lower(username) = lower(?1)", username))
                .invoke(found -> refuse(found, "username"))
                .replaceWithVoid());
    }

    private static void refuse(long found, String field) {
        if (found > 0) {
            throw Rejected.blaming(TAKEN, field, "is taken");
        }
    }

    private Uni<Account> living(AccountId id) {
        return present(id).invoke(account -> {
            if (account.isErasing()) {
                throw Rejected.notFound("account");
            }
        });
    }

    private Uni<Account> present(AccountId id) {
        return findById(id.value()).onItem().ifNull().failWith(() -> Rejected.notFound("account"));
    }

    private Uni<Void> confirmed(Account account, AccountChange change) {
        return change.needsPassword()
                ? confirmed(account, change.currentPassword())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> confirmed(Account account, String currentPassword) {
        return passwords
                .matches(currentPassword, account.passwordHash)
                .invoke(matches -> {
                    if (!matches) {
                        throw Rejected.invalid(CURRENT_PASSWORD, "is not right");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<String> newHash(AccountChange change) {
        return change.password() == null ? Uni.createFrom().nullItem() : passwords.hash(change.password());
    }

    private void apply(Account account, AccountChange change, String hash) {
        account.email = change.email() == null ? account.email : change.email();
        account.username = change.username() == null ? account.username : change.username();
        account.displayName = change.displayName() == null ? account.displayName : change.displayName();
        account.locale = change.locale() == null ? account.locale : change.locale();
        account.timezone = change.timezone() == null ? account.timezone : change.timezone();
        account.passwordHash = hash == null ? account.passwordHash : hash;
        account.updatedAt = now();
    }

    private Account account(NewAccount wish, String hash) {
        Account account = new Account();
        account.id = UuidCreator.getTimeOrderedEpoch();
        account.email = wish.email();
        account.username = wish.username();
        account.displayName = wish.displayName();
        account.locale = wish.locale() == null ? "en" : wish.locale();
        account.timezone = wish.timezone() == null ? "UTC" : wish.timezone();
        account.passwordHash = hash;
        account.createdAt = now();
        account.updatedAt = account.createdAt;
        return account;
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    /** A unique index that refuses a row says which field is taken; every other failure stays what it is. */
    private static Throwable taken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                boolean email = refused.getMessage().contains("account_email");
                return Rejected.blaming(TAKEN, email ? "email" : "username", "is taken");
            }
        }
        return failure;
    }
}
