package viva.society.world;

import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.Personality;
import viva.life.decision.Change;
import viva.life.decision.Decision;
import viva.life.mind.Intent;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;
import viva.life.resident.Resident;
import viva.society.diary.Diary;

/** An avatar of the world: a mind that goes on, and the diary of it. One thread at a time. */
public final class Inhabitant {
    private final int index;
    private final MemoryShard shard;
    private final Diary diary;
    private Mind mind;

    /** The next tick, when it is known that it does something in the world; otherwise null. */
    private Outcome acting;

    private long ticks;

    Inhabitant(int index, MemoryShard shard, Diary diary) {
        this.index = index;
        this.shard = shard;
        this.diary = diary;
        this.mind = shard.resident().mind();
    }

    /** From 0; ascends with the id. */
    public int index() {
        return index;
    }

    public AvatarId id() {
        return shard.resident().id();
    }

    public Personality personality() {
        return profile().personality();
    }

    AvatarProfile profile() {
        return shard.profile();
    }

    public Diary diary() {
        return diary;
    }

    public Mind mind() {
        return mind;
    }

    /** How often its mind was ticked. */
    public long ticks() {
        return ticks;
    }

    MemoryShard shard() {
        return shard;
    }

    /** As it is now. */
    Resident resident() {
        if (shard.resident().mind().tick() != mind.tick()) {
            shard.lived(mind);
        }
        return shard.resident();
    }

    boolean isDue(long at) {
        return mind.nextTickMillis() <= at;
    }

    /** Plays the ticks that are due up to and including {@code at}, but none from the first one on that does something in the world. Whether it moved on. */
    boolean live(Protocol protocol, long at) {
        long before = mind.tick();
        while (isDue(at) && tick(protocol)) {}
        return mind.tick() != before;
    }

    /** Plays the next tick unless it does something in the world. Whether it did. */
    boolean tick(Protocol protocol) {
        if (acting == null) {
            Outcome next = protocol.lives().tick(mind);
            if (protocol.isQuiet(shard.resident(), next)) {
                take(next);
                return true;
            }
            acting = next;
        }
        return false;
    }

    /** The tick that does something in the world was decided. */
    void acted(Decision decision, Lives lives) {
        take(acting);
        took(decision, lives);
    }

    /** Something was decided for it, after all ticks that were due before. */
    void took(Decision decision, Lives lives) {
        acting = null;
        for (Change change : decision.changes()) {
            if (change instanceof Change.InputApplied applied) {
                take(lives.apply(mind, applied.input()));
            }
            shard.apply(change);
        }
        if (mind.tick() != shard.resident().mind().tick()) {
            throw new IllegalStateException("the diary of " + id() + " missed something at " + mind.asOf());
        }
        mind = shard.resident().mind();
    }

    /** The world's time is {@code at}, and nothing is due. */
    void look(long at, boolean fullHour) {
        diary.look(mind, at, fullHour);
    }

    private void take(Outcome outcome) {
        diary.lived(mind, outcome.mind());
        mind = outcome.mind();
        ticks += outcome.ticks();
        for (Intent intent : outcome.intents()) {
            diary.wanted(intent);
        }
    }
}
