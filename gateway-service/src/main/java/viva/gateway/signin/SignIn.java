package viva.gateway.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import viva.gateway.account.Accounts;
import viva.gateway.account.Identity;
import viva.gateway.account.KnownDevice;
import viva.gateway.account.KnownDevices;
import viva.gateway.account.NewAccount;
import viva.gateway.account.Party;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.limit.Network;
import viva.gateway.session.Revocations;
import viva.gateway.session.Session;
import viva.gateway.session.SessionCap;
import viva.gateway.session.Sessions;
import viva.gateway.session.Sessions.Opened;
import viva.gateway.session.Sessions.Renewal;
import viva.gateway.token.TokenMint;
import viva.gateway.token.TokenMint.Token;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Signs owners up and in, and gives them their tokens. */
@Singleton
public class SignIn {
    static final ProblemType WRONG_LOGIN = new ProblemType("wrong-login", "Login or password is wrong", 401);
    static final ProblemType SESSION_ENDED = new ProblemType("session-ended", "The session has ended", 401);

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCap cap;
    private final Revocations revocations;
    private final TokenMint mint;
    private final KnownDevices devices;
    private final Admission admission;
    private final Limits limits;
    private final LimitConfig limit;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            SessionCap cap,
            Revocations revocations,
            TokenMint mint,
            KnownDevices devices,
            Admission admission,
            Limits limits,
            LimitConfig limit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cap = cap;
        this.revocations = revocations;
        this.mint = mint;
        this.devices = devices;
        this.admission = admission;
        this.limits = limits;
        this.limit = limit;
    }

    /** Opens an account, or signs in to the one that the same wish has opened. */
    public Uni<SignedIn> signUp(NewAccount wish, Network network) {
        return limits.take(limit.registrations(), network.text())
                .chain(() -> accounts.open(wish, Party.of(network)))
                .onFailure(Accounts::isNameTaken)
                .recoverWithUni(taken -> openedBefore(wish, network, taken))
                .chain(identity -> begin(identity, Optional.empty()));
    }

    /** The account of a wish whose answer was lost. The password is checked, and counted, as it is where somebody signs in. */
    private Uni<Identity> openedBefore(NewAccount wish, Network network, Throwable taken) {
        return accounts.wasOpenedBy(wish)
                .chain(repeated -> repeated
                        ? passwordOpens(wish.username(), wish.password(), network, Optional.empty())
                                .map(found -> found.orElseThrow(() -> (Rejected) taken))
                        : Uni.createFrom().failure(taken));
    }

    private Uni<Optional<Identity>> passwordOpens(
            String login, String password, Network network, Optional<KnownDevice> device) {
        return admission.admit(login, network, device).chain(party -> accounts.signIn(login, password, party));
    }

    /** Signs in with a password; fails with 401 when no account has this login and this password. */
    public Uni<SignedIn> signIn(Credentials credentials, Network network) {
        Optional<KnownDevice> device = devices.read(credentials.deviceToken());
        return passwordOpens(credentials.login(), credentials.password(), network, device)
                .map(found -> found.orElseThrow(SignIn::wrongLogin))
                .chain(identity -> begin(identity, device));
    }

    /** The next pair of tokens for a refresh token, which works once; fails with 401 when its session has ended. */
    public Uni<Tokens> refresh(String refreshToken, Network network) {
        return limits.take(limit.refreshes(), network.text())
                .chain(() -> sessions.renew(refreshToken))
                .chain(renewal -> switch (renewal) {
                    case Renewal.Renewed(Opened opened) ->
                        identity(opened.session()).map(identity -> tokens(identity, opened));
                    case Renewal.Ended(UUID session) ->
                        revocations.revoke(session).chain(() -> SignIn.<Tokens>ended());
                    case Renewal.Unknown() -> SignIn.<Tokens>ended();
                });
    }

    /** A token for sockets, from the session of an access token. */
    public Uni<Token> socketToken(UUID id) {
        return sessions.find(id)
                .chain(found -> found.map(
                                session -> identity(session).map(identity -> mint.socket(session, identity.roles())))
                        .orElseGet(SignIn::ended));
    }

    /** Whose session it is, unless all of its generation have ended. */
    private Uni<Identity> identity(Session session) {
        return accounts.identity(session.account())
                .onFailure(Rejected.class)
                .recoverWithUni(SignIn::ended)
                .chain(identity -> session.generation() >= identity.generation()
                        ? Uni.createFrom().item(identity)
                        : SignIn.<Identity>ended());
    }

    private Uni<SignedIn> begin(Identity identity, Optional<KnownDevice> device) {
        return sessions.open(identity.id(), identity.generation())
                .call(opened -> cap.trim(opened.session().account()))
                .call(opened -> unlessErased(identity))
                .map(opened -> SignedIn.of(
                        identity.account(), tokens(identity, opened), devices.renew(identity.id(), device)));
    }

    /** An account whose erasure began while its password was being checked leaves no session behind. */
    private Uni<Identity> unlessErased(Identity identity) {
        return accounts.identity(identity.id())
                .onFailure(Rejected.class)
                .call(() -> sessions.closeAll(identity.id(), Revocations.NOBODY))
                .onFailure(Rejected.class)
                .transform(gone -> wrongLogin());
    }

    private static Rejected wrongLogin() {
        return Rejected.of(WRONG_LOGIN, "No account has this login and this password");
    }

    private Tokens tokens(Identity identity, Opened opened) {
        return Tokens.of(mint.access(opened.session(), identity.roles()), opened);
    }

    private static <T> Uni<T> ended() {
        return Uni.createFrom().failure(() -> Rejected.of(SESSION_ENDED, "Sign in again"));
    }
}
