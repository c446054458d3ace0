package viva.gateway.token;

import jakarta.inject.Singleton;
import java.time.Duration;
import viva.gateway.session.TokenLifetime;

/** The lifetime of the tokens that hold longest, with the skew of clocks. */
@Singleton
class ConfiguredLifetime implements TokenLifetime {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final TokenConfig config;

    ConfiguredLifetime(TokenConfig config) {
        this.config = config;
    }

    @Override
    public Duration longest() {
        Duration access = config.accessLifetime();
        Duration socket = config.socketLifetime();
        return (access.compareTo(socket) > 0 ? access : socket).plus(SKEW);
    }
}
