package viva.life.mind;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.CarriedMind;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DialogueAct;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.activity.Activity;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;
import viva.life.feeling.Feelings;
import viva.life.need.NeedLevels;
import viva.life.sleep.Sleep;
import viva.life.sleep.SleepParameters;
import viva.life.talk.Party;
import viva.life.talk.Rapport;
import viva.life.talk.Talk;
import viva.life.temperament.Temperament;
import viva.life.tie.Relations;

/**
 * How minds live. Everything here is a function of its arguments: no clock, no chance of its own, no store, and safe for any number of
 * threads.
 *
 * <p>An engine uses it like this: {@link #born} makes a mind; it keeps the mind and calls {@link #tick} when the world's clock
 * reaches {@link Mind#nextTick}, however late; what happens to the avatar goes through {@link #apply}. Each gives the new mind to keep and
 * the intents to carry out. {@link #readAt} and {@link #view} look at a mind at any later instant and change nothing.
 *
 * <p>The same mind with the same inputs at the same world times lives the same life, byte for byte ({@link MindCodec}).
 */
public final class Lives {
    /** How many ticks are played at most to reach an instant; a week awake has about a thousand. */
    static final int MAX_TICKS = 20_000;

    /** A newborn knows nobody yet and is curious: its needs are fairly met, but not for long. Range of each, in points of 100; ours. */
    private static final double[] NEWBORN_SOCIAL = {42, 70};

    private static final double[] NEWBORN_STIMULATION = {45, 80};
    private static final double[] NEWBORN_COMFORT = {65, 90};

    private final LifeParameters parameters;
    private final long worldSeed;

    /**
     * @param parameters the constants of this world
     * @param worldSeed of its chance; the same for every avatar of the world, for ever
     */
    public Lives(LifeParameters parameters, long worldSeed) {
        this.parameters = parameters;
        this.worldSeed = worldSeed;
    }

    /**
     * A life begins: awake, content, with its needs fairly met; or in the state that it brings from another life.
     *
     * @throws IllegalArgumentException when the birth is beyond {@link Mind#HORIZON}
     */
    public Mind born(Input.Born birth) {
        long now = birth.at().millis();
        Mind.requireWithinHorizon(now);
        SleepParameters sleep = parameters.sleep();
        Temperament drawn = Temperament.of(
                birth.avatar(), birth.personality(), worldSeed, sleep.chronotype(), sleep.chronotypeDeviation());
        Temperament temperament =
                birth.mind() == null ? drawn : drawn.withChronotype(birth.mind().chronotype());
        Mind newborn = new Mind(
                temperament,
                0,
                now,
                now + 1,
                newbornNeeds(temperament, now),
                Sleep.newborn(now, temperament.chronotype(), sleep),
                Feelings.calm(temperament, now),
                Activity.born(),
                Desire.NONE,
                null,
                Relations.NONE,
                now,
                now,
                Mind.NO_CHAT);
        Draft draft = new Draft(newborn, now, parameters);
        if (birth.mind() == null) {
            draft.awaitThought();
        } else {
            Carrying.arrive(draft, birth.mind());
        }
        return draft.finish();
    }

    /**
     * The state of a mind at {@code at} with which another life can begin. Changes nothing; instants are read as by {@link #readAt}.
     *
     * @throws IllegalArgumentException when {@code at} is beyond {@link Mind#HORIZON}
     */
    public CarriedMind carriedAt(Mind mind, WorldTime at) {
        Mind lived = liveUntil(mind, at).mind();
        long read = lived.resting() ? lived.asOfMillis() : Math.max(at.millis(), lived.asOfMillis());
        return Carrying.leave(lived, read, parameters);
    }

    private static NeedLevels newbornNeeds(Temperament temperament, long now) {
        Chance chance = temperament.chance();
        return new NeedLevels(
                chance.between(0, Purpose.NEWBORN, NEWBORN_SOCIAL[0], NEWBORN_SOCIAL[1]),
                chance.between(1, Purpose.NEWBORN, NEWBORN_STIMULATION[0], NEWBORN_STIMULATION[1]),
                chance.between(2, Purpose.NEWBORN, NEWBORN_COMFORT[0], NEWBORN_COMFORT[1]),
                now);
    }

    /**
     * The tick that is due at {@link Mind#nextTick}: it happens at that world time, however late it is called.
     *
     * @throws IllegalArgumentException when the mind rests: nothing is ever due then
     */
    public Outcome tick(Mind mind) {
        if (mind.resting()) {
            throw new IllegalArgumentException("a mind that rests has no ticks: as_of = " + mind.asOfMillis());
        }
        Draft draft = new Draft(mind, mind.nextTickMillis(), parameters);
        Ticking.run(draft);
        return new Outcome(draft.finish(), draft.intents(), 1);
    }

    /**
     * Lives up to {@code at} and then takes the input. An input from before the mind's own time happens at that time. The intents are
     * those of the ticks that were due, then those of the input.
     *
     * @throws IllegalArgumentException when the input is beyond {@link Mind#HORIZON}
     */
    public Outcome apply(Mind mind, Input input) {
        if (input instanceof Input.Resumed resumed) {
            return goOn(mind, resumed);
        }
        Outcome lived = liveUntil(mind, input.at());
        Draft draft = new Draft(
                lived.mind(), Math.max(input.at().millis(), lived.mind().asOfMillis()), parameters);
        switch (input) {
            case Input.Born _, Input.Absent _, Input.Resumed _ -> {
                return lived;
            }
            case Input.OwnerMessage message -> Listening.hear(draft, message);
            case Input.Spoke ignored -> Listening.spoke(draft);
            case Input.OwnerCame came -> Owner.came(draft, came);
            case Input.Unsent unsent -> Owner.unsent(draft, unsent);
            case Input.Wondered ignored -> Musing.answer(draft);
            case Input.ConcernErased ignored -> draft.concernUntil = Mind.NO_CONCERN;
            case Input.Urged urged -> Meeting.urge(draft, urged);
            case Input.Invited invited -> Meeting.invite(draft, invited);
            case Input.Declined declined -> Meeting.decline(draft, declined);
            case Input.Met met -> Meeting.meet(draft, met);
            case Input.Cut cut -> Meeting.cut(draft, cut);
            case Input.Tied tied -> Bonding.tie(draft, tied);
            case Input.Noticed noticed -> Bonding.notice(draft, noticed);
            case Input.Left left -> Bonding.leave(draft, left);
            case Input.Paused _ -> Rest.begin(draft);
        }
        return new Outcome(draft.finish(), joined(lived.intents(), draft.intents()), lived.ticks());
    }

    /**
     * Plays every tick that is due up to and including {@code at}. After an absence of more than {@link ActivityParameters#leapHours}
     * nothing is played: the mind goes on from there by its closed forms alone. For an instant before the mind's own time nothing changes.
     *
     * @throws IllegalArgumentException when {@code at} is beyond {@link Mind#HORIZON}
     */
    public Outcome liveUntil(Mind mind, WorldTime at) {
        Mind.requireWithinHorizon(at.millis());
        if (isAway(mind, at)) {
            return leap(mind, at);
        }
        Mind lived = mind;
        List<Intent> intents = List.of();
        int ticks = 0;
        while (lived.nextTickMillis() <= at.millis()) {
            if (ticks == MAX_TICKS) {
                return leap(lived, at);
            }
            Outcome outcome = tick(lived);
            lived = outcome.mind();
            intents = joined(intents, outcome.intents());
            ticks++;
        }
        return new Outcome(lived, intents, ticks);
    }

    /** Most of the time one of the two is empty. The first one may be added to: it is the caller's own. */
    private static List<Intent> joined(List<Intent> first, List<Intent> then) {
        if (first.isEmpty() || then.isEmpty()) {
            return first.isEmpty() ? then : first;
        }
        List<Intent> all = first instanceof ArrayList<Intent> own ? own : new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** Whether so much time has passed since a mind was lived that nothing of it is made up for; never while it rests. */
    public boolean isAway(Mind mind, WorldTime at) {
        return !mind.resting()
                && at.hoursSince(mind.asOf()) > parameters.activities().leapHours();
    }

    /** The constants of this world. */
    public LifeParameters parameters() {
        return parameters;
    }

    /**
     * How a mind is at {@code at}, with all that happens until then. Changes nothing. An instant before the mind's own time reads as that time,
     * and so does every instant of its rest.
     *
     * @throws IllegalArgumentException when {@code at} is beyond {@link Mind#HORIZON}
     */
    public Snapshot readAt(Mind mind, WorldTime at) {
        Mind lived = liveUntil(mind, at).mind();
        long read = lived.resting() ? lived.asOfMillis() : Math.max(at.millis(), lived.asOfMillis());
        return Snapshot.of(lived, read, parameters);
    }

    /** {@link #readAt} as clients read it; {@code locale} is a BCP 47 tag, the language of the latest thought. */
    public StateView view(Mind mind, WorldTime at, String locale) {
        return StateViews.of(readAt(mind, at), locale);
    }

    /**
     * Decides how two avatars talk with each other from {@code start} on, host first; neither mind changes.
     *
     * @param hostMind as of {@code start} or earlier, as is {@code guestMind}
     */
    public Talk.Plan plan(
            ConversationId id,
            AvatarId host,
            Mind hostMind,
            AvatarId guest,
            Mind guestMind,
            Rapport rapport,
            WorldTime start) {
        return Talk.plan(
                id,
                party(host, hostMind, guest, start),
                party(guest, guestMind, host, start),
                rapport,
                start.millis(),
                parameters.feelings());
    }

    /** What came of the first {@code acts} of a conversation that was cut short; the rest as for {@link #plan}. */
    public ConversationOutcome outcomeOf(
            List<DialogueAct> acts,
            ConversationId id,
            AvatarId host,
            Mind hostMind,
            AvatarId guest,
            Mind guestMind,
            Rapport rapport,
            WorldTime start) {
        return Talk.outcomeOf(
                acts,
                id,
                party(host, hostMind, guest, start),
                party(guest, guestMind, host, start),
                rapport,
                start.millis(),
                parameters.feelings());
    }

    private Party party(AvatarId id, Mind mind, AvatarId other, WorldTime at) {
        return new Party(
                id,
                mind.temperament(),
                mind.feelings().at(at.millis(), mind.temperament(), parameters.feelings()),
                100 * (1 - mind.sleep().pressureAt(at.millis(), parameters.sleep())),
                mind.relations().circle().of(other));
    }

    /** Of a rest nothing is lived, however short or long it was; a mind from before rests were noted rested since its own time. */
    private Outcome goOn(Mind mind, Input.Resumed resumed) {
        Mind.requireWithinHorizon(resumed.at().millis());
        Draft draft = new Draft(mind, Math.max(resumed.at().millis(), mind.asOfMillis()), parameters);
        if (!mind.resting()) {
            draft.hold(mind.asOfMillis());
        }
        Rest.end(draft);
        return new Outcome(draft.finish(), draft.intents(), 0);
    }

    private Outcome leap(Mind mind, WorldTime at) {
        Draft draft = new Draft(mind, at.millis(), parameters);
        Absence.leap(draft);
        return new Outcome(draft.finish(), List.of(), 1);
    }
}
