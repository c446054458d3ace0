package viva.society.world;

import java.time.Instant;
import java.util.SplittableRandom;
import viva.contracts.WorldTime;
import viva.life.command.Decisions;
import viva.life.command.LifeRules;
import viva.life.command.Trigger;
import viva.life.decision.CommandResult;
import viva.life.decision.Decision;
import viva.life.decision.Now;
import viva.life.decision.View;
import viva.life.encounter.Passersby;
import viva.life.mind.Intent;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Outcome;
import viva.life.resident.Resident;
import viva.life.world.WorldClock;

/** The decisions of the life service, with its default rules and the default pace of its world. {@link #isQuiet} is safe for any thread. */
final class Protocol {
    private final Lives lives;
    private final WorldClock clock;
    private final Unwatched company;
    private final Decisions decisions = new Decisions(LifeRules.DEFAULT, new NoPhrasing(), new PlainEnvelopes());

    Protocol(WorldPlan plan) {
        lives = new Lives(LifeParameters.DEFAULT, plan.seed());
        clock = WorldClock.started(Instant.EPOCH, plan.start(), WorldClock.DEFAULT_SCALE);
        company = new Unwatched(new Passersby(new SplittableRandom(~plan.seed())::nextInt));
    }

    Lives lives() {
        return lives;
    }

    Passersby passersby() {
        return company.passersby();
    }

    /** Whether a tick does nothing outside the mind, so that it needs no decision. */
    boolean isQuiet(Resident resident, Outcome tick) {
        for (Intent intent : tick.intents()) {
            if (decisions.matters(resident, intent, company)) {
                return false;
            }
        }
        return true;
    }

    /** What a trigger comes to when the world's time is {@code worldMillis}. */
    Decision decide(Trigger trigger, View view, long worldMillis) {
        WorldTime world = new WorldTime(worldMillis);
        Instant real = clock.realTimeAt(world).orElseThrow();
        Decision decision = decisions.decide(trigger, view, new Now(real, world, clock, lives, company));
        if (decision.result() instanceof CommandResult.Rejected rejected) {
            throw new IllegalStateException("nobody sends this: " + trigger + ": " + rejected.reason());
        }
        return decision;
    }
}
