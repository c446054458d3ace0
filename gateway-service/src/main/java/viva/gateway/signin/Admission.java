package viva.gateway.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import viva.gateway.account.Accounts;
import viva.gateway.account.KnownDevice;
import viva.gateway.account.Party;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.limit.Network;
import viva.gateway.secret.KeyedDigest;
import viva.gateway.secret.SecretKeyBase;
import viva.platform.service.problem.Rejected;

/**
 * Decides whether somebody may try to sign in. A device that signed in to the account before has a limit of its own, which nobody else
 * can use up. All others share limits: those of a network, those of a network that try one login, and all that try it, so that a single
 * network cannot lock an owner out elsewhere. Logins are counted as they are written, since a limit that knew which address and which
 * user name are one account's would tell.
 */
@Singleton
class Admission {
    private final Accounts accounts;
    private final Limits limits;
    private final LimitConfig limit;
    private final KeyedDigest logins;

    Admission(Accounts accounts, Limits limits, LimitConfig limit, SecretKeyBase secret) {
        this.accounts = accounts;
        this.limits = limits;
        this.limit = limit;
        this.logins = new KeyedDigest(secret, "viva gateway counted logins v1");
    }

    /**
     * Counts an attempt and answers in whose line the password waits; fails with a {@link Rejected} of status 429 when it is one too
     * many.
     */
    Uni<Party> admit(String login, Network network, Optional<KnownDevice> device) {
        return device.map(known -> admitKnown(login, network, known)).orElseGet(() -> admitStranger(login, network));
    }

    private Uni<Party> admitKnown(String login, Network network, KnownDevice device) {
        return isAtHome(login, device)
                .chain(home ->
                        home ? Uni.createFrom().item(Party.of(device.account())) : admitStranger(login, network));
    }

    /** Whether the device may try this login as one that is known. It is counted first, so that looking the login up is, too. */
    private Uni<Boolean> isAtHome(String login, KnownDevice device) {
        return limits.tryTake(limit.devices(), device.id().toString())
                .chain(allowed -> allowed
                        ? accounts.idOf(login).map(Optional.of(device.account())::equals)
                        : Uni.createFrom().item(false));
    }

    private Uni<Party> admitStranger(String login, Network network) {
        String counted = logins.of(login.toLowerCase(Locale.ROOT));
        return limits.take(limit.sessions(), network.text())
                .chain(() -> limits.take(limit.attempts(), counted + ":" + network))
                .chain(() -> limits.take(limit.guesses(), counted))
                .replaceWith(Party.of(network));
    }
}
