package viva.society.world;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.Personality;
import viva.life.activity.InConversation;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.mind.Outcome;
import viva.society.diary.Diary;

/** Somebody who lives in the world: a mind that goes on, and the diary of it. One thread at a time. */
public final class Inhabitant {
    private final int index;
    private final AvatarId id;
    private final Personality personality;
    private final Diary diary;
    private Mind mind;
    private long ticks;

    Inhabitant(int index, AvatarId id, Personality personality, Mind newborn, Diary diary) {
        this.index = index;
        this.id = id;
        this.personality = personality;
        this.mind = newborn;
        this.diary = diary;
    }

    /** From 0; ascends with the id. */
    public int index() {
        return index;
    }

    public AvatarId id() {
        return id;
    }

    public Personality personality() {
        return personality;
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

    /** Whether it is awake and not in conversation. */
    boolean isApproachable() {
        return !mind.asleep() && !(mind.activity() instanceof InConversation);
    }

    boolean isDue(long at) {
        return mind.nextTickMillis() <= at;
    }

    /** Plays every tick that is due up to and including {@code at}. */
    void live(Lives lives, long at, List<Wish> wishes) {
        while (isDue(at)) {
            take(lives.tick(mind), wishes);
        }
    }

    /** Something happens to it, after all that was due before. */
    void receive(Lives lives, Input input, List<Wish> wishes) {
        live(lives, input.at().millis(), wishes);
        take(lives.apply(mind, input), wishes);
    }

    /** The world's time is {@code at}, and nothing is due. */
    void look(long at, boolean fullHour) {
        diary.look(mind, at, fullHour);
    }

    private void take(Outcome outcome, List<Wish> wishes) {
        diary.lived(mind, outcome.mind());
        mind = outcome.mind();
        ticks += outcome.ticks();
        for (Intent intent : outcome.intents()) {
            diary.wanted(intent);
            wishes.add(new Wish(this, intent));
        }
    }
}
