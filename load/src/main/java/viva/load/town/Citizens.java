package viva.load.town;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Mind;

/** The avatars of a benchmark: random personalities (life-model section 1), each with a life behind it. A function of seed and number. */
public final class Citizens {
    private static final int PER_OWNER = 10;
    private static final long HOUR_MILLIS = 3_600_000;

    /** World hours before the beginning in which they are born: nobody is new, and everybody has slept or been awake for long. */
    private static final long EARLIEST_BIRTH_HOURS = 24;

    private static final long BIRTHS_HOURS = 12;
    private static final double NEUROTICISM = .7;
    private static final List<String> INTERESTS = List.of(
            "astronomy",
            "baking",
            "chess",
            "cinema",
            "climbing",
            "gardening",
            "history",
            "jazz",
            "painting",
            "photography",
            "poetry",
            "robots",
            "running",
            "sailing",
            "theatre",
            "travel");
    private static final List<String> VALUES =
            List.of("adventure", "family", "freedom", "honesty", "humour", "kindness", "knowledge", "loyalty");

    private final long seed;
    private final Lives lives;

    /** @param seed the world's */
    public Citizens(long seed) {
        this.seed = seed;
        this.lives = new Lives(LifeParameters.DEFAULT, seed);
    }

    /** One avatar, and how it is at the beginning. */
    public record Citizen(AvatarId id, AccountId owner, AvatarProfile profile, Mind mind) {}

    /**
     * One of them.
     *
     * @param begin the world time up to which it has lived, alone
     */
    public Citizen citizen(int number, WorldTime begin) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number);
        AvatarId id = new AvatarId(identity(number, random));
        AccountId owner = new AccountId(identity(number / PER_OWNER, new SplittableRandom(number / PER_OWNER)));
        AvatarProfile profile = new AvatarProfile(
                "Citizen " + number,
                "Lives here to be measured, and likes it.",
                null,
                20 + random.nextInt(50),
                "en",
                personality(random));
        long birth = begin.millis() - EARLIEST_BIRTH_HOURS * HOUR_MILLIS + random.nextLong(BIRTHS_HOURS * HOUR_MILLIS);
        Mind newborn = lives.born(new Input.Born(new WorldTime(birth), id, profile.personality()));
        return new Citizen(id, owner, profile, lives.liveUntil(newborn, begin).mind());
    }

    /** Version 7, as real ones are: ordered by their making. */
    private static UUID identity(int number, SplittableRandom random) {
        long time = 0x0190_0000_0000L + number;
        return new UUID(time << 16 | 0x7000 | random.nextInt(0x1000), 1L << 63 | random.nextLong() >>> 2);
    }

    private static Personality personality(SplittableRandom random) {
        return new Personality(
                new UnitInterval(random.nextDouble()),
                new UnitInterval(random.nextDouble()),
                new UnitInterval(random.nextDouble()),
                new UnitInterval(random.nextDouble()),
                new UnitInterval(NEUROTICISM * random.nextDouble()),
                one(HumorStyle.values(), random),
                one(LoveLanguage.values(), random),
                attachment(random.nextDouble()),
                some(INTERESTS, random.nextInt(3, 7), random),
                some(VALUES, random.nextInt(2, 5), random));
    }

    private static <T> T one(T[] all, SplittableRandom random) {
        return all[random.nextInt(all.length)];
    }

    /** .5 secure, .2 anxious, .2 avoidant, .1 fearful. */
    private static AttachmentStyle attachment(double luck) {
        if (luck < .5) {
            return AttachmentStyle.SECURE;
        }
        if (luck < .7) {
            return AttachmentStyle.ANXIOUS;
        }
        return luck < .9 ? AttachmentStyle.AVOIDANT : AttachmentStyle.FEARFUL;
    }

    private static List<String> some(List<String> all, int count, SplittableRandom random) {
        List<String> left = new ArrayList<>(all);
        List<String> chosen = new ArrayList<>(count);
        while (chosen.size() < count) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }
}
