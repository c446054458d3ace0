package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One of the {@value #COUNT} fixed shards that avatars are spread over. */
public record ShardId(@JsonValue int value) implements Comparable<ShardId> {
    /** Fixed for the life of a world: changing it would move every avatar. */
    public static final int COUNT = 64;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShardId {
        if (value < 0 || value >= COUNT) {
            throw new IllegalArgumentException("must be in [0," + COUNT + "): shard = " + value);
        }
    }

    /**
     * The shard of an avatar: the top six bits of the id's two halves, folded and mixed by the 64-bit finaliser "Mix13" (Stafford
     * 2011, as in SplitMix64). Test vectors: {@code ShardIdTest}.
     */
    public static ShardId of(AvatarId avatar) {
        long z = avatar.value().getMostSignificantBits()
                ^ Long.rotateLeft(avatar.value().getLeastSignificantBits(), 32);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        z = z ^ (z >>> 31);
        return new ShardId((int) (z >>> 58));
    }

    @Override
    public int compareTo(ShardId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
