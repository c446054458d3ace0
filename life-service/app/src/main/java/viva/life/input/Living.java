package viva.life.input;

import java.util.List;
import java.util.UUID;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.life.activity.InConversation;
import viva.life.clock.World;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.Outcome;
import viva.life.resident.Resident;

/** Lives minds within a transaction: every tick and every input with what follows from it, and every input in the journal. */
final class Living {
    private final World world;
    private final Effects effects;

    Living(World world, Effects effects) {
        this.world = world;
        this.effects = effects;
    }

    /** Plays what is due up to {@code at}, one tick after the other. What comes of a tick may be an input to the mind at once. */
    Resident liveTo(Resident resident, WorldTime at, Scene scene) {
        Resident lived = resident;
        if (world.lives().isAway(lived.mind(), at)) {
            return leap(lived, at, scene);
        }
        while (lived.mind().nextTickMillis() <= at.millis()) {
            Outcome outcome = world.lives().tick(lived.mind());
            lived = lived.with(outcome.mind());
            scene.ledger().keep(lived);
            carryOut(lived, outcome.intents(), null, scene);
            lived = scene.resident(lived.id());
        }
        return lived;
    }

    /** A leap over a long absence is chosen by when somebody looked: it is journalled, so that the life can be lived again. */
    private Resident leap(Resident resident, WorldTime at, Scene scene) {
        Input leap = new Input.Absent(at);
        Outcome outcome = world.lives().apply(resident.mind(), leap);
        Resident lived = resident.with(outcome.mind());
        scene.ledger().keep(lived);
        scene.ledger()
                .note(lived, effects.derived(lived, "absent at " + lived.mind().tick()), leap);
        if (resident.mind().activity() instanceof InConversation talking && talking.script() != null) {
            Intent parted = new Intent.Parted(
                    lived.mind().asOf(), talking.partner(), talking.conversation(), talking.script(), talking.landed());
            effects.carryOut(lived, parted, null, scene);
        }

        return lived;
    }

    /**
     * Lets an input reach a mind.
     *
     * @param id of the message it came with; the journal has one entry for it
     * @param cause what led to it, or null
     */
    Resident take(Resident resident, UUID id, Input input, CloudEvent<?> cause, Scene scene) {
        Resident lived = liveTo(resident, input.at(), scene);
        Outcome outcome = world.lives().apply(lived.mind(), input);
        Resident moved = lived.with(outcome.mind());
        scene.ledger().keep(moved);
        scene.ledger().note(moved, id, input);
        carryOut(moved, outcome.intents(), cause, scene);
        return scene.resident(resident.id());
    }

    /**
     * A rest is over: nothing of it is lived.
     *
     * @param id of the message that ended it; the journal has one entry for it
     */
    Resident resume(Resident resident, UUID id, Scene scene) {
        Input.Resumed resumed = new Input.Resumed(world.now());
        Resident moved =
                resident.with(world.lives().apply(resident.mind(), resumed).mind());
        scene.ledger().keep(moved);
        scene.ledger().note(moved, id, resumed);
        return moved;
    }

    private void carryOut(Resident resident, List<Intent> intents, CloudEvent<?> cause, Scene scene) {
        for (Intent intent : intents) {
            effects.carryOut(resident, intent, cause, scene);
        }
    }
}
