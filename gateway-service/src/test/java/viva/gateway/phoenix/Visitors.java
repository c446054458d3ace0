package viva.gateway.phoenix;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import viva.contracts.AccountId;
import viva.gateway.session.Sessions;
import viva.gateway.token.TokenMint;
import viva.platform.service.identity.Role;
import viva.platform.testkit.Waiting;

/** Gives accounts the tokens that open sockets. */
@Singleton
public class Visitors {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    private final Sessions sessions;
    private final TokenMint mint;

    Visitors(Sessions sessions, TokenMint mint) {
        this.sessions = sessions;
        this.mint = mint;
    }

    public String socketToken(AccountId account) {
        Sessions.Opened opened = sessions.open(account, 0).await().atMost(PATIENCE);
        return mint.socket(opened.session(), Set.of(Role.OWNER)).text();
    }
}
