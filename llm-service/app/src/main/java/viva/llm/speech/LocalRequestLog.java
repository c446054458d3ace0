package viva.llm.speech;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The log of this process alone: it knows what this replica retries, and nothing of other replicas. Safe for concurrent use. */
@Singleton
@DefaultBean
class LocalRequestLog implements RequestLog {
    private static final int MOST = 10_000;

    private final InstantSource clock = InstantSource.system();
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();

    private record Entry(Known known, Instant until) {}

    @Override
    public Uni<Known> begin(UUID request, Instant until) {
        return Uni.createFrom().item(() -> note(request, until));
    }

    @Override
    public Uni<Void> answered(UUID request, Spoken spoken, Instant until) {
        return Uni.createFrom().item(() -> {
            put(request, new Entry(new Known.Answered(spoken), until));
            return null;
        });
    }

    private synchronized Known note(UUID request, Instant until) {
        forgetOld();
        Entry known = entries.get(request);
        if (known != null) {
            return known.known();
        }
        put(request, new Entry(new Known.Unanswered(), until));
        return new Known.New();
    }

    private synchronized void put(UUID request, Entry entry) {
        entries.put(request, entry);
    }

    private void forgetOld() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.until().isBefore(now));
        while (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
