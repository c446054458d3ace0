package viva.life.shard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.command.Decisions;
import viva.life.mind.Intent;
import viva.life.resident.Resident;

/** Lives what is due in a shard. What does something in the world becomes a task of the next transaction. Belongs to the shard's loop. */
final class Ticker {
    /** So many tasks may wait; then ticks wait, too, and happen late at their own world time. */
    private static final int MOST_WAITING = 1_000;

    /** How long a shard waits for others that are further behind. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final ShardId shard;
    private final ShardContext context;
    private final Population population;
    private final Mailbox mailbox;
    private final Decisions decisions;
    private boolean held;

    Ticker(ShardId shard, ShardContext context, Population population, Mailbox mailbox) {
        this.shard = shard;
        this.context = context;
        this.population = population;
        this.mailbox = mailbox;
        this.decisions = context.decisions();
    }

    void tick() {
        WorldTime now = context.world().now();
        held = false;
        Optional<WorldTime> next = population.nextTick().filter(due -> due.compareTo(now) <= 0);
        if (next.isEmpty()) {
            context.pace().caughtUp(shard);
            return;
        }
        WorldTime window = population.window().orElse(now);
        if (mailbox.size() >= MOST_WAITING || !context.pace().mayLive(shard, window, now)) {
            held = true;
            return;
        }
        WorldTime until = window.compareTo(now) < 0 ? window : now;
        took(population.live(
                context.world().lives(), now, until, context.config().ticksAtOnce(), this::isQuiet));
    }

    private boolean isQuiet(Resident resident, List<Intent> intents) {
        for (Intent intent : intents) {
            if (decisions.matters(resident, intent, context.company())) {
                return false;
            }
        }
        return true;
    }

    private void took(Stretch lived) {
        for (Resident resident : lived.moved()) {
            context.passersby().passes(resident);
            context.watching().show(resident);
        }
        for (Stretch.Act act : lived.acts()) {
            boolean reaches = act.intents().stream().anyMatch(Ticker::needsTalk);
            mailbox.add(new Task.Due(act.resident().id(), act.due(), reaches));
        }
        double scale = context.world().clock().scale();
        Duration longest = Duration.ofMillis((long) (lived.longestLag() / scale));
        context.metrics().ticked(lived.ticks(), lived.later(ShardMetrics.LATE.toMillis() * scale), longest);
    }

    /** Whether an intent goes by what was said to the owner lately. */
    private static boolean needsTalk(Intent intent) {
        return intent instanceof Intent.ReachOut || intent instanceof Intent.ChatEnded;
    }

    /** Real time until there is something to live; empty when nothing is scheduled. */
    Optional<Duration> untilNext() {
        return held ? Optional.of(PATIENCE) : population.nextTick().flatMap(context.world()::until);
    }

    void stop() {
        context.pace().caughtUp(shard);
    }
}
