package viva.gateway.token;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import viva.gateway.secret.SecretKeyBase;

/** Reads {@code SECRET_KEY_BASE} for everything that derives a key from it. */
@Singleton
class SecretSource {
    private final TokenConfig config;

    SecretSource(TokenConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    SecretKeyBase secret() {
        return new SecretKeyBase(config.secretKeyBase().orElse(""));
    }
}
