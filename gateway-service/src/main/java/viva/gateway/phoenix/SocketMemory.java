package viva.gateway.phoenix;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import viva.contracts.AccountId;

/**
 * The bytes that sockets make this process hold: what their clients have not read, messages of which a part is still to come, and
 * frames that wait for earlier ones. All of it together has a limit, and so has what an account's sockets hold; beyond the one the
 * account's fullest socket is closed, beyond the other that of the fullest account. So a flood closes the flooder, whichever socket
 * asks for the byte that is too many. Safe for any number of threads.
 */
@Singleton
@Startup
class SocketMemory {
    private static final Logger LOG = Logger.getLogger(SocketMemory.class);

    private final long most;
    private final long mostOfAccount;
    private final Counter closed;
    private final AtomicLong held = new AtomicLong();
    private final Map<AccountId, Holdings> accounts = new ConcurrentHashMap<>();

    SocketMemory(SocketConfig config, MeterRegistry metrics) {
        this.most = config.heldBytes();
        this.mostOfAccount = config.heldBytesPerAccount();
        this.closed = Counter.builder("viva.sockets.flooded")
                .description("sockets that were closed because they held too much memory")
                .register(metrics);
        Gauge.builder("viva.sockets.held.bytes", held, AtomicLong::get)
                .description("bytes that are held for the clients of sockets")
                .register(metrics);
    }

    /**
     * The share of a new socket.
     *
     * @param cut drops the connection at once, whatever still waits to be written; may be called from any thread
     */
    Share open(AccountId account, Runnable cut) {
        Share share = new Share(account, cut);
        accounts.compute(account, (id, known) -> {
            Holdings holdings = known == null ? new Holdings() : known;
            holdings.shares.add(share);
            return holdings;
        });
        return share;
    }

    /** All bytes that are held. */
    long held() {
        return held.get();
    }

    private void enforce(Share grown) {
        if (bytesOf(grown.account) > mostOfAccount) {
            fullestOf(grown.account).ifPresent(Share::cut);
        }
        if (held.get() > most) {
            accounts.entrySet().stream()
                    .max(Comparator.comparingLong(
                            entry -> entry.getValue().bytes.get()))
                    .flatMap(entry -> fullestOf(entry.getKey()))
                    .ifPresent(Share::cut);
        }
    }

    private long bytesOf(AccountId account) {
        Holdings holdings = accounts.get(account);
        return holdings == null ? 0 : holdings.bytes.get();
    }

    private Optional<Share> fullestOf(AccountId account) {
        Holdings holdings = accounts.get(account);
        return holdings == null
                ? Optional.empty()
                : holdings.shares.stream().max(Comparator.comparingLong(share -> share.bytes.get()));
    }

    private static final class Holdings {
        private final AtomicLong bytes = new AtomicLong();
        private final Set<Share> shares = ConcurrentHashMap.newKeySet();
    }

    /** What one socket holds. */
    final class Share {
        private final AccountId account;
        private final Runnable cut;
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicBoolean over = new AtomicBoolean();

        private Share(AccountId account, Runnable cut) {
            this.account = account;
            this.cut = cut;
        }

        /** Something of the socket whose bytes are told as they are. */
        Part part() {
            return new Part();
        }

        /** The connection is gone, and so is everything it held; answers whether it was not before. */
        boolean close() {
            if (!over.compareAndSet(false, true)) {
                return false;
            }
            accounts.computeIfPresent(account, (id, holdings) -> {
                long mine = bytes.getAndSet(0);
                holdings.bytes.addAndGet(-mine);
                held.addAndGet(-mine);
                holdings.shares.remove(this);
                return holdings.shares.isEmpty() ? null : holdings;
            });
            return true;
        }

        private void cut() {
            long mine = bytes.get();
            if (close()) {
                LOG.infof("a socket that made the gateway hold %d bytes is closed", mine);
                closed.increment();
                cut.run();
            }
        }

        private void add(long more) {
            accounts.computeIfPresent(account, (id, holdings) -> {
                if (!over.get()) {
                    bytes.addAndGet(more);
                    holdings.bytes.addAndGet(more);
                    held.addAndGet(more);
                }
                return holdings;
            });
            if (more > 0 && !over.get()) {
                enforce(this);
            }
        }

        /** Belongs to one thread. */
        final class Part {
            private long told;

            /** From now on it holds so many bytes. */
            void set(long now) {
                if (now != told) {
                    long more = now - told;
                    told = now;
                    add(more);
                }
            }
        }
    }
}
