package viva.gateway.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;
import viva.gateway.account.AccountChange;
import viva.gateway.account.AccountView;
import viva.gateway.account.Accounts;
import viva.gateway.account.Changed;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.session.Revocations;
import viva.gateway.session.Sessions;

/**
 * Ends sessions. That they have ended is written where all replicas read it; what Redis keeps of them is tidied up afterwards and
 * opens nothing by then.
 */
@Singleton
public class SignOuts {
    private static final Logger LOG = Logger.getLogger(SignOuts.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Revocations revocations;
    private final Limits limits;
    private final LimitConfig limit;

    SignOuts(Accounts accounts, Sessions sessions, Revocations revocations, Limits limits, LimitConfig limit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.revocations = revocations;
        this.limits = limits;
        this.limit = limit;
    }

    /** Ends one session. The refresh token goes first, because the access token can still try again. */
    public Uni<Void> one(UUID session) {
        return sessions.close(session).chain(() -> revocations.revoke(session));
    }

    /** Ends every session of an account. */
    public Uni<Void> everywhere(AccountId account) {
        return accounts.endSessions(account)
                .invoke(generation ->
                        generation.ifPresent(raised -> revocations.revoked(account, raised, Revocations.NOBODY)))
                .chain(() -> tidy(sessions.closeAll(account, Revocations.NOBODY)));
    }

    /** Changes an account; with the password every session ends but the one that changes it. */
    public Uni<AccountView> change(AccountId account, AccountChange change, UUID session) {
        change.check();
        return counted(account, change)
                .chain(() -> accounts.change(account, change, session))
                .call(changed -> endOthers(account, changed, session))
                .map(Changed::account);
    }

    /** Whoever has the account's token may not try passwords without end. */
    private Uni<Void> counted(AccountId account, AccountChange change) {
        Uni<Void> confirmation = change.needsPassword()
                ? limits.take(limit.confirmations(), account.toString())
                : Uni.createFrom().voidItem();
        return change.email() == null
                ? confirmation
                : confirmation.chain(() -> limits.take(limit.codes(), account.toString()));
    }

    private Uni<Void> endOthers(AccountId account, Changed changed, UUID session) {
        if (changed.generation().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        int generation = changed.generation().getAsInt();
        revocations.revoked(account, generation, session);
        return tidy(sessions.adopt(session, generation).chain(() -> sessions.closeAll(account, session)));
    }

    private static Uni<Void> tidy(Uni<Void> work) {
        return work.onFailure()
                .invoke(failure ->
                        LOG.warnf("ended sessions stay in Redis until they expire: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
