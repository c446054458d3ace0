package viva.gateway.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jboss.logging.Logger;
import viva.gateway.account.PgDueLetters.Due;
import viva.gateway.limit.LimitConfig;
import viva.gateway.limit.Limits;
import viva.gateway.mail.Letter;
import viva.gateway.mail.MailConfig;
import viva.gateway.mail.Mailer;
import viva.gateway.secret.KeyedDigest;
import viva.gateway.secret.SecretKeyBase;

/**
 * Sends the mails that are due, apart from the requests that caused them: what becomes of one, and whether the address is known, cannot
 * be seen in an answer or in the time that it takes.
 */
@Singleton
class CodeSender {
    private static final Logger LOG = Logger.getLogger(CodeSender.class);
    private static final int AT_ONCE = 20;

    private final PgDueLetters letters;
    private final EmailCodes codes;
    private final Mailer mailer;
    private final MailConfig config;
    private final Limits limits;
    private final LimitConfig limit;
    private final KeyedDigest addresses;

    CodeSender(
            PgDueLetters letters,
            EmailCodes codes,
            Mailer mailer,
            MailConfig config,
            Limits limits,
            LimitConfig limit,
            SecretKeyBase secret) {
        this.letters = letters;
        this.codes = codes;
        this.mailer = mailer;
        this.config = config;
        this.limits = limits;
        this.limit = limit;
        this.addresses = new KeyedDigest(secret, "viva gateway mailed addresses v1");
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sendDue() {
        return letters.take(AT_ONCE, config.retryDelay())
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(this::send)
                        .merge(AT_ONCE)
                        .collect()
                        .last())
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("mails that are due cannot be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(Due due) {
        return limits.tryTake(limit.mails(), addresses.of(due.address().toLowerCase(Locale.ROOT)))
                .chain(allowed -> allowed ? write(due) : done())
                .chain(() -> letters.settle(due))
                .onFailure()
                .recoverWithUni(failure -> failed(due, failure));
    }

    private Uni<Void> write(Due due) {
        if (due.known()) {
            return mailer.send(CodeLetters.known(due.address()));
        }
        String code = codes.draw();
        Letter letter = CodeLetters.code(due.address(), due.username(), code, config.codeLifetime());
        return letters.keep(due, codes.digest(due.account(), code), EmailCodes.TRIES, config.codeLifetime())
                .chain(wanted -> wanted ? mailer.send(letter) : done());
    }

    /** The row is due again by itself; the last attempt gives it up. */
    private Uni<Void> failed(Due due, Throwable failure) {
        // What servers say of a refusal repeats the address.
        LOG.warnf(
                "a mail to the owner of account %s was not sent: %s",
                due.account(), failure.getClass().getName());
        return due.tries() < config.attempts()
                ? done()
                : letters.settle(due).onFailure().recoverWithNull();
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }
}
