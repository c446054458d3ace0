package viva.gateway.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Hands mail to a server. */
final class SmtpMailer implements Mailer {
    private final ReactiveMailer smtp;
    private final Duration timeout;

    SmtpMailer(ReactiveMailer smtp, Duration timeout) {
        this.smtp = smtp;
        this.timeout = timeout;
    }

    @Override
    public Uni<Void> send(Letter letter) {
        return smtp.send(Mail.withText(letter.to(), letter.subject(), letter.text()))
                .ifNoItem()
                .after(timeout)
                .fail();
    }
}
