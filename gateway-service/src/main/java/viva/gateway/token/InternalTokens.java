package viva.gateway.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import viva.contracts.AccountId;
import viva.platform.service.identity.Role;

/**
 * Signs the short-lived tokens that the gateway shows to other services; each names one service and holds for a minute. One is shown
 * again for a third of that time: signing it, and verifying it at the other side, takes longer than most questions take to answer.
 */
@Singleton
public class InternalTokens {
    private static final int MOST = 10_000;
    private static final int SHARE_OF_LIFE = 3;

    private final TokenMint mint;
    private final Duration shown;
    private final Map<Subject, Minted> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Minted> eldest) {
            return size() > MOST;
        }
    };

    private record Subject(String audience, AccountId account, Set<Role> roles) {}

    private record Minted(String text, long at) {}

    InternalTokens(TokenMint mint, TokenConfig config) {
        this.mint = mint;
        this.shown = config.internalLifetime().dividedBy(SHARE_OF_LIFE);
    }

    /** A token that lets the gateway ask {@code audience} on behalf of an account with these roles. */
    public String sign(String audience, AccountId account, Set<Role> roles) {
        Subject subject = new Subject(audience, account, Set.copyOf(roles));
        long now = System.nanoTime();
        Minted known = find(subject);
        if (known != null && now - known.at() < shown.toNanos()) {
            return known.text();
        }
        Minted fresh = new Minted(mint.internal(audience, account, roles).text(), now);
        keep(subject, fresh);
        return fresh.text();
    }

    private Minted find(Subject subject) {
        synchronized (latest) {
            return latest.get(subject);
        }
    }

    private void keep(Subject subject, Minted minted) {
        synchronized (latest) {
            latest.put(subject, minted);
        }
    }
}
