package viva.life.mind;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.life.activity.Activity;
import viva.life.activity.CreatingMemory;
import viva.life.activity.Exploring;
import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.MatchDiscovered;
import viva.life.activity.Reflecting;
import viva.life.activity.Sleeping;
import viva.life.activity.Socializing;
import viva.life.activity.Thinking;
import viva.life.feeling.Feelings;
import viva.life.need.Courses;
import viva.life.need.NeedLevels;
import viva.life.need.NeedParameters;
import viva.life.sleep.Sleep;
import viva.life.temperament.Temperament;
import viva.life.thought.Thought;
import viva.life.tie.Relations;

/**
 * All that an avatar is, as of its last tick or input; never advanced to "now". Each part keeps the instant at which it last changed and
 * is a closed form from there, so reading changes nothing. A mind weighs about 400 bytes: instants are plain milliseconds here.
 *
 * @param tick how many ticks and inputs this life has had; the counter of its chance
 * @param asOfMillis world time of the last of them
 * @param nextTickMillis world time at which something changes by itself; always later
 * @param thought the latest one, or null
 * @param relations the people in its life
 * @param thoughtDueMillis when the next spontaneous thought comes; {@link Long#MAX_VALUE} while asleep
 * @param restlessFromMillis before this its needs do not move it to anything new
 * @param chatUntilMillis when the running chat with the owner counts as over; {@link #NO_CHAT} without one
 * @param concernUntilMillis until when it is concerned about its owner; {@link #NO_CONCERN} when it is not
 */
public record Mind(
        Temperament temperament,
        long tick,
        long asOfMillis,
        long nextTickMillis,
        NeedLevels needs,
        Sleep sleep,
        Feelings feelings,
        Activity activity,
        Desire desire,
        Thought thought,
        Relations relations,
        long thoughtDueMillis,
        long restlessFromMillis,
        long chatUntilMillis,
        long concernUntilMillis) {
    public static final long NO_CHAT = Long.MIN_VALUE;
    public static final long NO_CONCERN = Long.MIN_VALUE;

    /** The furthest world time a mind can have, in milliseconds from the epoch: the year 128,000. Hours stay exact in a double. */
    public static final long HORIZON = 4_000_000_000_000_000L;

    public Mind {
        Objects.requireNonNull(temperament, "temperament");
        Objects.requireNonNull(needs, "needs");
        Objects.requireNonNull(sleep, "sleep");
        Objects.requireNonNull(feelings, "feelings");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(desire, "desire");
        Objects.requireNonNull(relations, "relations");
        requireWithinHorizon(asOfMillis);
        if (tick < 0 || nextTickMillis <= asOfMillis) {
            throw new IllegalArgumentException("must be tick >= 0 and next_tick after as_of: tick = " + tick
                    + ", as_of = " + asOfMillis + ", next_tick = " + nextTickMillis);
        }
        if (needs.since() > asOfMillis || sleep.since() > asOfMillis || feelings.since() > asOfMillis) {
            throw new IllegalArgumentException("no part may be newer than the mind: as_of = " + asOfMillis);
        }
    }

    /** A mind without concern. */
    public Mind(
            Temperament temperament,
            long tick,
            long asOfMillis,
            long nextTickMillis,
            NeedLevels needs,
            Sleep sleep,
            Feelings feelings,
            Activity activity,
            Desire desire,
            Thought thought,
            Relations relations,
            long thoughtDueMillis,
            long restlessFromMillis,
            long chatUntilMillis) {
        this(
                temperament,
                tick,
                asOfMillis,
                nextTickMillis,
                needs,
                sleep,
                feelings,
                activity,
                desire,
                thought,
                relations,
                thoughtDueMillis,
                restlessFromMillis,
                chatUntilMillis,
                NO_CONCERN);
    }

    /** Whether it has somebody in mind: among those it knows, or in what it is doing. */
    public boolean knows(AvatarId other) {
        boolean busyWith = switch (activity) {
            case InConversation talking -> talking.partner().equals(other);
            case Socializing socializing -> other.equals(socializing.invited());
            case MatchDiscovered discovered -> discovered.match().equals(other);
            case Idle _, Thinking _, Reflecting _, CreatingMemory _, Exploring _, Sleeping _ -> false;
        };
        return busyWith || relations.circle().find(other).isPresent();
    }

    /** Whether it is concerned about its owner at a world time. */
    public boolean concernedAt(long worldMillis) {
        return concernUntilMillis > worldMillis;
    }

    /** The same mind as anybody but its owner may know it. */
    public Mind withoutConcern() {
        return concernUntilMillis == NO_CONCERN
                ? this
                : new Mind(
                        temperament,
                        tick,
                        asOfMillis,
                        nextTickMillis,
                        needs,
                        sleep,
                        feelings,
                        activity,
                        desire,
                        thought,
                        relations,
                        thoughtDueMillis,
                        restlessFromMillis,
                        chatUntilMillis);
    }

    /** World time of the last tick or input. */
    public WorldTime asOf() {
        return new WorldTime(asOfMillis);
    }

    /** World time at which something changes by itself. */
    public WorldTime nextTick() {
        return new WorldTime(nextTickMillis);
    }

    public boolean asleep() {
        return sleep.asleep();
    }

    /** Whether a chat with the owner keeps it company. */
    public boolean chatting() {
        return chatUntilMillis > asOfMillis;
    }

    Courses courses(NeedParameters parameters) {
        return new Courses(activity.regime(), chatting(), parameters);
    }

    static void requireWithinHorizon(long worldMillis) {
        if (worldMillis > HORIZON || worldMillis < -HORIZON) {
            throw new IllegalArgumentException(
                    "must be within ±" + HORIZON + " ms of the epoch: world_time = " + worldMillis);
        }
    }
}
