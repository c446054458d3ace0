package viva.gateway.account;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.gateway.session.Revocations;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Opens, finds and changes accounts. What is wrong with a wish is a {@link Rejected} that names the field. */
@Singleton
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
    static final ProblemType TAKEN = new ProblemType("taken", "Somebody else has it already", 409);

    private static final String CURRENT_PASSWORD = "current_password";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String BY_EMAIL =
            "lower(email) = lower(?1) and emailConfirmedAt is not null and erasingSince is null";
    private static final String BY_USERNAME = "lower(username) = lower(?1) and erasingSince is null";
    private static final String BY_WISH = BY_USERNAME + " and clientId = ?2";
    private static final String REVOKE = "select revoke_account(?1, ?2)";
    private static final String STORE_BETTER = "passwordHash = ?1 where id = ?2 and passwordHash = ?3";

    private static final Logger LOG = Logger.getLogger(Accounts.class);

    private final Passwords passwords;
    private final EmailCodes codes;
    private final Clock clock = Clock.systemUTC();

    Accounts(Passwords passwords, EmailCodes codes) {
        this.passwords = passwords;
        this.codes = codes;
    }

    /**
     * Opens an account and has a code sent to its address. A user name that somebody has is answered with 409, in a race, too; user
     * names are public. Nothing tells whether an e-mail address is known.
     */
    public Uni<Identity> open(NewAccount wish, Party party) {
        wish.check();
        return refuseTaken(wish.username())
                .chain(() -> passwords.hash(party, wish.password()))
                .chain(hash -> Panache.withTransaction(
                        () -> persist(account(wish, hash)).call(account -> codes.request(account.id, now()))))
                .map(Identity::of)
                .onFailure()
                .transform(Accounts::taken);
    }

    /** Whether a failure of {@link #open} says that somebody has the user name. */
    public static boolean isNameTaken(Throwable failure) {
        return failure instanceof Rejected refusal && refusal.problem().type().equals(TAKEN.uri());
    }

    /** Whether it was this wish, by its client id, that opened the account of its user name. It says nothing of who repeats it. */
    public Uni<Boolean> wasOpenedBy(NewAccount wish) {
        return wish.clientId() == null
                ? Uni.createFrom().item(false)
                : Panache.withSession(() -> count(BY_WISH, wish.username(), wish.clientId()))
                        .map(found -> found > 0);
    }

    /** The account that a login and its password open; empty when one of them is wrong, and it does not show which. */
    public Uni<Optional<Identity>> signIn(String login, String password, Party party) {
        return found(login)
                .chain(found -> passwords
                        .check(party, password, found == null ? null : found.passwordHash)
                        .call(checked -> checked.better().isEmpty() ? done() : storeBetter(found, checked))
                        .map(checked -> checked.isRight() ? Optional.of(Identity.of(found)) : Optional.empty()));
    }

    /** Whose login it is. */
    public Uni<Optional<AccountId>> idOf(String login) {
        return found(login).map(found -> Optional.ofNullable(found).map(Account::accountId));
    }

    /** The account; fails with 404 when it is gone. */
    public Uni<AccountView> get(AccountId id) {
        return identity(id).map(Identity::account);
    }

    /** The account with what its tokens tell; fails with 404 when it is gone. */
    public Uni<Identity> identity(AccountId id) {
        return Panache.withSession(() -> living(id)).map(Identity::of);
    }

    /** Fails unless this is the current password of the account; a {@link Rejected} then blames {@code current_password}. */
    public Uni<Void> confirm(AccountId id, String currentPassword) {
        return Panache.withSession(() -> living(id))
                .chain(account -> passwords.check(Party.of(id), currentPassword, account.passwordHash))
                .invoke(checked -> {
                    if (!checked.isRight()) {
                        throw Rejected.invalid(CURRENT_PASSWORD, "is not right");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Changes an account by a change that was checked. A new password or e-mail address needs the current password; a new password ends all sessions but one.
     *
     * @param spared the session that goes on
     */
    public Uni<Changed> change(AccountId id, AccountChange change, UUID spared) {
        return (change.needsPassword() ? confirm(id, change.currentPassword()) : done())
                .chain(() -> newHash(id, change))
                .chain(hash -> Panache.withTransaction(() -> living(id)
                        .invoke(account -> apply(account, change, hash))
                        .call(account -> change.email() == null ? done() : codes.request(account.id, now()))
                        .chain(account -> (hash == null ? nobodyEnds() : revoke(id, spared))
                                .map(generation -> new Changed(AccountView.of(account), generation)))))
                .onFailure()
                .transform(Accounts::taken);
    }

    /** Has another code sent to the address that waits for one; without such an address nothing happens. */
    public Uni<Void> requestCode(AccountId id) {
        return Panache.withTransaction(() ->
                living(id).chain(account -> account.pendingEmail == null ? done() : codes.request(account.id, now())));
    }

    /** Confirms the pending address by the code that was sent there. Fails when it is not the code, and does not tell why. */
    public Uni<AccountView> confirmEmail(AccountId id, String code) {
        return Panache.withTransaction(() -> living(id)
                        .chain(account -> codes.redeem(account.id, code, now())
                                .map(right -> right ? confirmed(account) : Optional.<AccountView>empty())))
                .onFailure(Accounts::isTaken)
                .recoverWithItem(Optional.empty())
                .map(view -> view.orElseThrow(() -> Rejected.invalid("code", "is not right, or holds no more")));
    }

    /** Ends every session of an account; answers which generation holds from now on. */
    public Uni<OptionalInt> endSessions(AccountId id) {
        return Panache.withTransaction(() -> revoke(id, Revocations.NOBODY));
    }

    /**
     * Marks an account for erasure: from now on nobody signs in with it, and its sessions have ended. Answers which generation would
     * hold.
     */
    Uni<OptionalInt> beginErasure(AccountId id) {
        return Panache.withTransaction(() -> findById(id.value())
                .invoke(account -> {
                    if (account != null && !account.isErasing()) {
                        account.erasingSince = now();
                    }
                })
                .chain(() -> revoke(id, Revocations.NOBODY)));
    }

    /** Accounts whose erasure began before {@code until} and did not end, oldest first, without the first {@code skipped}. */
    Uni<List<AccountId>> erasing(Instant until, int skipped, int limit) {
        return Panache.withSession(() -> find("erasingSince < ?1 order by erasingSince, id", until)
                        .range(skipped, skipped + limit - 1)
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

    private Uni<Account> found(String login) {
        String query = login.contains("@") ? BY_EMAIL : BY_USERNAME;
        return Panache.withSession(() -> find(query, login).firstResult());
    }

    /** A password that was changed meanwhile stays as it is. Whoever signs in need not wait for a database that cannot write. */
    private Uni<Void> storeBetter(Account account, Passwords.Checked checked) {
        return Panache.withTransaction(
                        () -> update(STORE_BETTER, checked.better().orElseThrow(), account.id, account.passwordHash))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("a password hash could not be renewed: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> refuseTaken(String username) {
        return Panache.withSession(() -> count("lower(username) = lower(?1)", username))
                .invoke(found -> {
                    if (found > 0) {
                        throw Rejected.blaming(TAKEN, "username", "is taken");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Account> living(AccountId id) {
        return present(id).invoke(account -> {
            if (account.isErasing()) {
                throw Rejected.notFound("account");
            }
        });
    }

    /** Part of the current transaction, so that a password and the sessions that it opened change together. */
    private static Uni<OptionalInt> revoke(AccountId id, UUID spared) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REVOKE, Integer.class)
                        .setParameter(1, id.value())
                        .setParameter(2, spared)
                        .getSingleResultOrNull())
                .map(generation -> generation == null ? OptionalInt.empty() : OptionalInt.of(generation));
    }

    private Uni<Account> present(AccountId id) {
        return findById(id.value()).onItem().ifNull().failWith(() -> Rejected.notFound("account"));
    }

    private Uni<String> newHash(AccountId id, AccountChange change) {
        return change.password() == null
                ? Uni.createFrom().nullItem()
                : passwords.hash(Party.of(id), change.password());
    }

    /** A confirmed address stays until another one is. */
    private void apply(Account account, AccountChange change, String hash) {
        if (change.email() != null) {
            account.pendingEmail = change.email();
            account.email = account.emailConfirmedAt == null ? change.email() : account.email;
        }
        account.username = change.username() == null ? account.username : change.username();
        account.displayName = change.displayName() == null ? account.displayName : change.displayName();
        account.locale = change.locale() == null ? account.locale : change.locale();
        account.timezone = change.timezone() == null ? account.timezone : change.timezone();
        account.passwordHash = hash == null ? account.passwordHash : hash;
        account.updatedAt = now();
    }

    private Optional<AccountView> confirmed(Account account) {
        account.email = account.pendingEmail;
        account.pendingEmail = null;
        account.emailConfirmedAt = now();
        account.updatedAt = now();
        return Optional.of(AccountView.of(account));
    }

    private Account account(NewAccount wish, String hash) {
        Account account = new Account();
        account.id = UuidCreator.getTimeOrderedEpoch();
        account.email = wish.email();
        account.pendingEmail = wish.email();
        account.username = wish.username();
        account.displayName = wish.displayName();
        account.locale = wish.locale() == null ? "en" : wish.locale();
        account.timezone = wish.timezone() == null ? "UTC" : wish.timezone();
        account.passwordHash = hash;
        account.clientId = wish.clientId();
        account.createdAt = now();
        account.updatedAt = account.createdAt;
        return account;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Uni<OptionalInt> nobodyEnds() {
        return Uni.createFrom().item(OptionalInt.empty());
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /** A unique index that refuses a user name says so; every other failure stays what it is. */
    private static Throwable taken(Throwable failure) {
        return isTaken(failure) ? Rejected.blaming(TAKEN, "username", "is taken") : failure;
    }

    private static boolean isTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
