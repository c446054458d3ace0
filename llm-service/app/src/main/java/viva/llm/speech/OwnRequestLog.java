package viva.llm.speech;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import viva.contracts.AvatarId;

/** The requests of this process alone: it knows what this replica retries, and nothing of other replicas. Safe for concurrent use. */
final class OwnRequestLog {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();

    private record Entry(AvatarId speaker, RequestLog.Known known, Instant until) {}

    OwnRequestLog(InstantSource clock) {
        this.clock = clock;
    }

    /** As {@link RequestLog#begin}. */
    synchronized RequestLog.Known begin(UUID request, Instant until) {
        forgetOld();
        Entry known = entries.get(request);
        if (known != null) {
            return known.known();
        }
        entries.put(request, new Entry(null, new RequestLog.Known.Unanswered(), until));
        return new RequestLog.Known.New();
    }

    /** As {@link RequestLog#answered}. */
    synchronized void answered(AvatarId speaker, UUID request, Spoken spoken, Instant until) {
        forgetOld();
        entries.put(request, new Entry(speaker, new RequestLog.Known.Answered(spoken), until));
    }

    /** Keeps no words of this avatar. */
    synchronized void erase(AvatarId speaker) {
        entries.replaceAll((request, entry) -> speaker.equals(entry.speaker())
                ? new Entry(null, new RequestLog.Known.Unanswered(), entry.until())
                : entry);
    }

    private void forgetOld() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.until().isBefore(now));
        while (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
