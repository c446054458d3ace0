package viva.life.shard;

/** How much of what a replica's metrics count is one shard's. Belongs to the shard's loop. */
final class Headcount {
    private final ShardMetrics metrics;
    private boolean living;
    private int residents;

    Headcount(ShardMetrics metrics) {
        this.metrics = metrics;
    }

    /** The shard lives, with so many residents. */
    void is(int now) {
        metrics.lives(living ? 0 : 1);
        metrics.resides(now - residents);
        living = true;
        residents = now;
    }

    /** The shard is not here any more. */
    void gone() {
        metrics.lives(living ? -1 : 0);
        metrics.resides(-residents);
        living = false;
        residents = 0;
    }
}
