package viva.life.shard;

/** Where a shard of this replica is between its claim and its end. Each state offers the steps that are legal in it, and no other. */
sealed interface ShardState {
    /** Its minds are being read. */
    record Loading() implements ShardState {
        Idle loaded() {
            return new Idle();
        }
    }

    /** It lives, and no transaction is under way. */
    record Idle() implements ShardState {
        Working begins(Work work) {
            return new Working(work, false);
        }

        /** The last checkpoints, before it is given away. */
        Working drains() {
            return new Working(Work.CHECKPOINT, true);
        }
    }

    /**
     * A transaction is under way. Deliveries and alarms wait for its end; ticks without effects go on beside a checkpoint.
     *
     * @param draining whether the shard is given away after it
     */
    record Working(Work work, boolean draining) implements ShardState {
        Working drains() {
            return new Working(work, true);
        }

        Idle ended() {
            return new Idle();
        }
    }

    /** It belongs to another replica, or to none. Whatever comes later means nothing. */
    record Gone() implements ShardState {}

    /** What a transaction is for. */
    enum Work {
        TASKS,
        CHECKPOINT,
        RECOVERY
    }
}
