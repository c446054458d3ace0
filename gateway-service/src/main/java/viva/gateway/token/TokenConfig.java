package viva.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long tokens hold and how their keys are kept. */
@ConfigMapping(prefix = "viva.gateway.token")
public interface TokenConfig {
    /** What the signing keys in the database are encrypted with: at least 32 characters that nobody can guess. */
    Optional<String> secretKeyBase();

    /** How long an access token holds. */
    @WithDefault("15M")
    Duration accessLifetime();

    /** How long a socket token holds, because a socket's client keeps one for as long as its page is open. */
    @WithDefault("12H")
    Duration socketLifetime();

    /** How long a token holds that the gateway shows to another service. */
    @WithDefault("60S")
    Duration internalLifetime();

    /** How long a key signs before its successor does. */
    @WithDefault("30D")
    Duration keyRotation();

    /** How long a new key is published before it signs, so that everybody has it by then. */
    @WithDefault("15M")
    Duration keyLead();
}
