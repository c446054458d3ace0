package viva.gateway.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Chooses how mail is sent. */
@Singleton
class Mailers {
    private final MailConfig config;
    private final ReactiveMailer smtp;

    Mailers(MailConfig config, ReactiveMailer smtp) {
        this.config = config;
        this.smtp = smtp;
    }

    @Produces
    @Singleton
    Mailer mailer() {
        if (config.folder().isPresent()) {
            return new FolderMailer(config.folder().get(), Clock.systemUTC());
        }
        return config.server() ? new SmtpMailer(smtp, config.timeout()) : new NoMailer();
    }
}
