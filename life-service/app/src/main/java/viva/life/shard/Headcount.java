package viva.life.shard;

/** How much of what a replica's metrics count is one shard's. Belongs to the shard's loop. */
final class Headcount {
    private final ShardMetrics metrics;
    private boolean living;
    private int residents;
    private int unreadable;

    Headcount(ShardMetrics metrics) {
        this.metrics = metrics;
    }

    /** The shard lives, with so many residents, and so many more whose minds cannot be read. */
    void is(int now, int nowUnreadable) {
        metrics.lives(living ? 0 : 1);
        metrics.resides(now - residents);
        metrics.cannotBeRead(nowUnreadable - unreadable);
        living = true;
        residents = now;
        unreadable = nowUnreadable;
    }

    /** The shard is not here any more. */
    void gone() {
        metrics.lives(living ? -1 : 0);
        metrics.resides(-residents);
        metrics.cannotBeRead(-unreadable);
        living = false;
        residents = 0;
        unreadable = 0;
    }
}
