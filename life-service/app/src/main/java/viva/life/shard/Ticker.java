package viva.life.shard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.activity.Activity;
import viva.life.activity.Idle;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;
import viva.life.command.Decisions;
import viva.life.mind.Intent;
import viva.life.resident.Resident;

/** Lives what is due in a shard. What does something in the world becomes a task of the next transaction. Belongs to the shard's loop. */
final class Ticker implements Population.Follower {
    /** So many tasks may wait; then ticks wait, too, and happen late at their own world time. */
    private static final int MOST_WAITING = 1_000;

    /** How long a shard waits for others that are further behind. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final ShardId shard;
    private final Surroundings here;
    private final Population population;
    private final Mailbox mailbox;
    private final Decisions decisions;
    private boolean held;
    private WorldTime now;
    private int ticks;
    private int late;
    private long longestLag;

    Ticker(ShardId shard, Surroundings here, Population population, Mailbox mailbox) {
        this.shard = shard;
        this.here = here;
        this.population = population;
        this.mailbox = mailbox;
        this.decisions = here.decisions();
    }

    void tick() {
        now = here.world().now();
        held = false;
        Optional<WorldTime> next = population.nextTick().filter(due -> due.compareTo(now) <= 0);
        if (next.isEmpty()) {
            here.pace().caughtUp(shard);
            return;
        }
        WorldTime window = population.window().orElse(now);
        if (mailbox.size() >= MOST_WAITING || !here.pace().mayLive(shard, window, now)) {
            held = true;
            return;
        }
        ticks = 0;
        late = 0;
        longestLag = 0;
        WorldTime until = window.compareTo(now) < 0 ? window : now;
        population.live(here.world().lives(), now, until, here.config().ticksAtOnce(), this);
        here.metrics().ticked(ticks, late, Duration.ofMillis(longestLag));
    }

    /** Real time until there is something to live; empty when nothing is scheduled. */
    Optional<Duration> untilNext() {
        return held ? Optional.of(PATIENCE) : population.nextTick().flatMap(here.world()::until);
    }

    void stop() {
        here.pace().caughtUp(shard);
    }

    @Override
    public boolean isQuiet(Resident resident, List<Intent> intents) {
        for (Intent intent : intents) {
            if (decisions.matters(resident, intent, here.company())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void ticked(WorldTime due) {
        ticks++;
        long lag = (long) ((now.millis() - due.millis()) / here.world().clock().scale());
        longestLag = Math.max(longestLag, lag);
        late += lag > ShardMetrics.LATE.toMillis() ? 1 : 0;
    }

    @Override
    public void moved(Resident resident) {
        passes(resident);
        here.watching().show(resident);
    }

    @Override
    public void acts(Resident resident, WorldTime due, List<Intent> intents) {
        ticked(due);
        boolean reaches = intents.stream().anyMatch(Intent.ReachOut.class::isInstance);
        mailbox.add(new Task.Due(resident.id(), due, reaches));
    }

    /** This one changed for others: it may be met by them, or not any more. */
    void changed(Resident resident) {
        if (resident.isLiving()) {
            passes(resident);
        } else {
            here.passersby().leaves(resident.id());
        }
    }

    /** Those who are awake and alone may be met by others. */
    void passes(Resident resident) {
        if (resident.isLiving()) {
            Activity activity = resident.mind().activity();
            if (activity instanceof Idle || activity instanceof Thinking || activity instanceof Socializing) {
                here.passersby().passes(resident.id());
            }
        }
    }
}
