package viva.life.shard;

/** Where a shard of this replica is between its claim and its end. */
enum Phase {
    LOADING,
    LIVING,
    DRAINING,
    GONE
}
