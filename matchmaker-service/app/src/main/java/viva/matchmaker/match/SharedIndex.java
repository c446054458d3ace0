package viva.matchmaker.match;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import viva.contracts.AvatarId;
import viva.matchmaker.index.Found;
import viva.matchmaker.index.Person;
import viva.matchmaker.index.PersonIndex;

/**
 * This process' index of everybody who can be matched. Only the {@link Follower} writes it, in the order of the table: what a scan knows of an avatar may
 * be older. Scans run side by side on workers, never on an event loop.
 */
@Singleton
public class SharedIndex {
    private final PersonIndex index = new PersonIndex();

    /** The id of everybody in the index, by the pseudonym that stays in the table after an erasure. */
    private final Map<AvatarId, AvatarId> ids = new HashMap<>();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Timer scans;

    SharedIndex(MeterRegistry metrics) {
        this.scans = metrics.timer("viva.matchmaker.scan");
        Gauge.builder("viva.matchmaker.profiles", this, SharedIndex::size)
                .description("avatars that can be matched")
                .register(metrics);
    }

    /** Those who suit an avatar best among everybody but the excluded; nobody when it is not in the index itself. */
    public Uni<List<Found>> best(AvatarId self, int count, Collection<AvatarId> excluded) {
        return Uni.createFrom()
                .item(() -> scans.record(() -> scan(self, count, excluded)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Takes over changes, all at once. */
    Uni<Void> apply(List<Change> changes) {
        return Uni.createFrom()
                .item(() -> {
                    write(changes);
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }

    public int size() {
        lock.readLock().lock();
        try {
            return index.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Found> scan(AvatarId self, int count, Collection<AvatarId> excluded) {
        lock.readLock().lock();
        try {
            return index.best(self, count, excluded);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether somebody is in, as they are now. */
    Uni<Boolean> holds(Person person) {
        return Uni.createFrom().item(() -> isHeld(person)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    boolean isHeld(Person person) {
        lock.readLock().lock();
        try {
            return index.holds(person);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void write(List<Change> changes) {
        lock.writeLock().lock();
        try {
            for (Change change : changes) {
                switch (change) {
                    case Change.Came(Person person) -> put(person);
                    case Change.Left(AvatarId id) -> remove(ids.getOrDefault(id, id));
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(Person person) {
        ids.put(person.id().pseudonym(), person.id());
        index.put(person);
    }

    private void remove(AvatarId id) {
        ids.remove(id.pseudonym());
        index.remove(id);
    }

    /** Somebody is there to be matched, or is not any more. */
    sealed interface Change {
        record Came(Person person) implements Change {}

        /**
         * An avatar left.
         *
         * @param id may be the pseudonym: whoever reads the table again after the rounds of an erasure finds nothing else there
         */
        record Left(AvatarId id) implements Change {}
    }
}
