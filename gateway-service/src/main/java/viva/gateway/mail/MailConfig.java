package viva.gateway.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How mail is sent: by the server of {@code SMTP_URL}, or into a folder where there is none. */
@ConfigMapping(prefix = "viva.gateway.mail")
public interface MailConfig {
    /** Whether there is a mail server, which {@code quarkus.mailer.*} describes; {@code SMTP_URL} sets all of it. */
    @WithDefault("false")
    boolean server();

    /** A folder that mails are written to instead of being sent. A local world has one; the newest thousand mails stay in it. */
    Optional<Path> folder();

    /** How long a code holds that was sent to an e-mail address. */
    @WithDefault("30M")
    Duration codeLifetime();

    /** How often a mail is tried that the server does not take. */
    @WithDefault("6")
    int attempts();

    /** How long to wait before it is tried again. */
    @WithDefault("1M")
    Duration retryDelay();

    /** How long the mail server may take for one mail. */
    @WithDefault("20s")
    Duration timeout();
}
