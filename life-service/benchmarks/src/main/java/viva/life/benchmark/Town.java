package viva.life.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Mind;

/** People to measure with: random personalities as in life-model section 1, born the day before, who have lived ever since. */
final class Town {
    static final Lives LIVES = new Lives(LifeParameters.DEFAULT, 7);

    private static final WorldTime BIRTH = WorldTime.parse("2030-01-01T12:00:00Z");
    private static final BondStatus[] BONDS = {BondStatus.ACQUAINTANCES, BondStatus.FRIENDS, BondStatus.CLOSE_FRIENDS};

    private Town() {}

    /** As many as asked for, as they are at {@code at}; each has {@code ties} bonds. The same every time. */
    static Mind[] at(WorldTime at, int size, int ties) {
        Mind[] minds = new Mind[size];
        IntStream.range(0, size).parallel().forEach(i -> minds[i] = grown(i, ties, at));
        return minds;
    }

    private static Mind grown(int number, int ties, WorldTime at) {
        SplittableRandom random = new SplittableRandom(number);
        Mind mind = LIVES.born(new Input.Born(BIRTH, avatar(number), personality(random)));
        for (int i = 0; i < ties; i++) {
            mind = LIVES.apply(mind, bond(random)).mind();
        }
        return LIVES.liveUntil(mind, at).mind();
    }

    private static Input.Tied bond(SplittableRandom random) {
        return new Input.Tied(
                BIRTH,
                avatar(random.nextInt(1_000_000_000)),
                BONDS[random.nextInt(BONDS.length)],
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                1);
    }

    private static AvatarId avatar(long number) {
        return new AvatarId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    private static Personality personality(SplittableRandom random) {
        return new Personality(
                new UnitInterval(random.nextDouble()),
                new UnitInterval(random.nextDouble()),
                new UnitInterval(random.nextDouble()),
                new UnitInterval(random.nextDouble()),
                new UnitInterval(.7 * random.nextDouble()),
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                attachment(random.nextDouble()),
                List.of(),
                List.of());
    }

    private static AttachmentStyle attachment(double luck) {
        if (luck < .5) {
            return AttachmentStyle.SECURE;
        }
        return luck < .7 ? AttachmentStyle.ANXIOUS : luck < .9 ? AttachmentStyle.AVOIDANT : AttachmentStyle.FEARFUL;
    }

    /** Instants of the next tick, in world milliseconds. */
    static long[] nextTicks(Mind[] minds) {
        return Arrays.stream(minds).mapToLong(Mind::nextTickMillis).toArray();
    }
}
