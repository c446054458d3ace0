package viva.life.ownership;

import java.util.Objects;
import java.util.UUID;

/** One running process of the life service; a restarted process is another replica. */
public record ReplicaId(UUID value) implements Comparable<ReplicaId> {
    public ReplicaId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public int compareTo(ReplicaId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
