package viva.gateway.mail;

import io.smallrye.mutiny.Uni;

/** Sends mail. */
public interface Mailer {
    /** Completes when the next server, or the disk, has the letter; fails when it should be tried again. */
    Uni<Void> send(Letter letter);
}
