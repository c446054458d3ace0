package viva.life.ownership;

/** How often a shard changed hands; a higher epoch fences every lower one. */
public record Epoch(long value) {
    public Epoch {
        if (value < 0) {
            throw new IllegalArgumentException("must not be negative: epoch = " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
