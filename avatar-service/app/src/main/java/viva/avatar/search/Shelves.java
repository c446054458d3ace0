package viva.avatar.search;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import viva.avatar.remembering.MemoryConfig;
import viva.contracts.AvatarId;
import viva.platform.service.jobs.ScheduledJobs;

/**
 * The shelves of avatars that were searched lately, up to a number of memories together. Each look asks the database for the version, and reads what changed
 * since; so every replica finds what any of them stored. Safe for concurrent use.
 */
@Singleton
class Shelves {
    private final PgShelves table;
    private final ScheduledJobs jobs;
    private final int limit;
    private final LinkedHashMap<AvatarId, Shelf> shelves = new LinkedHashMap<>(16, .75f, true);
    private int held;

    Shelves(Pool pool, MemoryConfig config, ScheduledJobs jobs) {
        this.jobs = jobs;
        this.table = new PgShelves(pool);
        this.limit = config.cached();
    }

    /** An avatar's memories as they are now. */
    Uni<Shelf> of(AvatarId avatar) {
        Shelf known = known(avatar);
        return table.read(avatar, known).invoke(shelf -> keep(avatar, shelf));
    }

    /** An erased avatar's memories go here as well, within seconds. */
    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> dropErased() {
        List<AvatarId> here = avatars();
        return here.isEmpty()
                ? Uni.createFrom().voidItem()
                : jobs.run(() -> table.gone(here).invoke(this::drop).replaceWithVoid())
                        .onFailure()
                        .recoverWithNull();
    }

    private synchronized List<AvatarId> avatars() {
        return List.copyOf(shelves.keySet());
    }

    private synchronized void drop(List<AvatarId> gone) {
        gone.forEach(avatar -> {
            Shelf dropped = shelves.remove(avatar);
            held -= dropped == null ? 0 : dropped.memories().size();
        });
    }

    private synchronized Shelf known(AvatarId avatar) {
        return shelves.getOrDefault(avatar, Shelf.EMPTY);
    }

    private synchronized void keep(AvatarId avatar, Shelf shelf) {
        Shelf before = shelves.put(avatar, shelf);
        held += shelf.memories().size()
                - (before == null ? 0 : before.memories().size());
        while (held > limit && shelves.size() > 1) {
            held -= shelves.pollFirstEntry().getValue().memories().size();
        }
    }
}
