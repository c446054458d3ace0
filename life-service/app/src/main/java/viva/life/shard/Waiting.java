package viva.life.shard;

import java.time.Duration;
import java.time.Instant;
import viva.life.clock.World;

/** When something that a shard waits for comes due: a tick, a turn, a deadline, another attempt. Belongs to the shard's loop. */
record Waiting(World world, Mailbox mailbox, AwaitedAnswers answers, Stages stages, Ticker ticker) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** By the monotonic clock; at most a minute from {@code now}. */
    long nextNanos(long now) {
        long next = now + LONGEST.toNanos();
        for (long alarm : mailbox.alarms(now)) {
            next = Math.min(next, alarm);
        }
        Instant realNow = world.realNow();
        Instant deadline = answers.nextDeadline().orElse(Instant.MAX);
        if (deadline.isBefore(realNow.plus(LONGEST))) {
            next = Math.min(next, now + Duration.between(realNow, deadline).toNanos());
        }
        Duration toTick = ticker.untilNext().orElse(LONGEST);
        Duration toTurn = stages.next().flatMap(world::until).orElse(LONGEST);
        Duration sooner = toTick.compareTo(toTurn) < 0 ? toTick : toTurn;
        return sooner.compareTo(LONGEST) < 0 ? Math.min(next, now + sooner.toNanos()) : next;
    }
}
