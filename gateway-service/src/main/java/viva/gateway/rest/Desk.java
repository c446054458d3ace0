package viva.gateway.rest;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.gateway.account.AccountView;
import viva.gateway.account.Accounts;
import viva.gateway.account.NewAccount;
import viva.gateway.account.Operators;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.session.Sessions;
import viva.gateway.session.Sessions.Opened;
import viva.gateway.token.TokenMint;
import viva.gateway.token.TokenMint.Token;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Where owners sign up, sign in and get their tokens. */
@Singleton
class Desk {
    static final ProblemType WRONG_LOGIN = new ProblemType("wrong-login", "Login or password is wrong", 401);
    static final ProblemType SESSION_ENDED = new ProblemType("session-ended", "The session has ended", 401);

    private final Accounts accounts;
    private final Sessions sessions;
    private final TokenMint mint;
    private final Operators operators;
    private final Limits limits;
    private final LimitConfig limit;

    Desk(Accounts accounts, Sessions sessions, TokenMint mint, Operators operators, Limits limits, LimitConfig limit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.mint = mint;
        this.operators = operators;
        this.limits = limits;
        this.limit = limit;
    }

    Uni<SignedIn> signUp(NewAccount wish, String address) {
        return limits.take(limit.registrations(), address)
                .chain(() -> accounts.open(wish))
                .chain(this::begin);
    }

    Uni<SignedIn> signIn(Credentials credentials, String address) {
        return limits.take(limit.sessions(), address)
                .chain(() -> limits.take(limit.attempts(), credentials.login().toLowerCase(Locale.ROOT)))
                .chain(() -> accounts.signIn(credentials.login(), credentials.password()))
                .map(found -> found.orElseThrow(Desk::wrongLogin))
                .chain(this::begin);
    }

    Uni<Tokens> refresh(String refreshToken, String address) {
        return limits.take(limit.refreshes(), address)
                .chain(() -> sessions.renew(refreshToken))
                .map(Desk::orEnded)
                .chain(session -> accounts.get(session.account())
                        .onFailure(Rejected.class)
                        .transform(gone -> ended())
                        .map(account -> Tokens.of(access(account, session.session()), session)));
    }

    /** A token for sockets, from the session of an access token. */
    Uni<Token> socketToken(AccountId account, UUID session) {
        return sessions.isOpen(session).chain(open -> {
            if (!open) {
                throw ended();
            }
            return accounts.get(account)
                    .map(view -> mint.socket(account, operators.rolesOf(account, view.username()), session));
        });
    }

    /** An account whose erasure began while its password was being checked gets no session that outlives it. */
    private Uni<SignedIn> begin(AccountView account) {
        return sessions.open(account.id())
                .call(session -> accounts.get(account.id())
                        .onFailure(Rejected.class)
                        .call(() -> sessions.closeAll(account.id()))
                        .onFailure(Rejected.class)
                        .transform(gone -> wrongLogin()))
                .map(session -> SignedIn.of(account, Tokens.of(access(account, session.session()), session)));
    }

    private Token access(AccountView account, UUID session) {
        return mint.access(account.id(), operators.rolesOf(account.id(), account.username()), session);
    }

    private static Opened orEnded(Optional<Opened> session) {
        return session.orElseThrow(Desk::ended);
    }

    private static Rejected wrongLogin() {
        return Rejected.of(WRONG_LOGIN, "No account has this login and this password");
    }

    private static Rejected ended() {
        return Rejected.of(SESSION_ENDED, "Sign in again");
    }
}
