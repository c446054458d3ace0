package viva.gateway.mail;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Sends nothing, where neither a server nor a folder is configured: addresses stay unconfirmed, and all else works. */
final class NoMailer implements Mailer {
    private static final Logger LOG = Logger.getLogger(NoMailer.class);

    NoMailer() {
        LOG.warn("no mail is sent: neither SMTP_URL nor viva.gateway.mail.folder is set");
    }

    @Override
    public Uni<Void> send(Letter letter) {
        return Uni.createFrom().voidItem();
    }
}
