package viva.life.mind;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.life.mind.Input.Born;
import viva.life.mind.Input.OwnerMessage;

/** The people of these tests. */
final class People {
    static final long SEED = 7;
    static final WorldTime MORNING = WorldTime.parse("2030-01-01T09:00:00Z");
    static final Lives LIVES = new Lives(LifeParameters.DEFAULT, SEED);

    private People() {}

    static AvatarId avatar(long number) {
        return new AvatarId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }

    static Personality average() {
        return personality(.5, .5, .5, .5, .5, AttachmentStyle.SECURE);
    }

    static Personality personality(double o, double c, double e, double a, double n, AttachmentStyle attachment) {
        return new Personality(
                new UnitInterval(o),
                new UnitInterval(c),
                new UnitInterval(e),
                new UnitInterval(a),
                new UnitInterval(n),
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                attachment,
                List.of(),
                List.of());
    }

    static Personality random(SplittableRandom random) {
        AttachmentStyle[] styles = AttachmentStyle.values();
        return personality(
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                styles[random.nextInt(styles.length)]);
    }

    static Mind newborn(long number, Personality personality) {
        return LIVES.born(new Born(MORNING, avatar(number), personality));
    }

    static Mind newborn(long number) {
        return newborn(number, average());
    }

    static WorldTime hours(WorldTime from, double hours) {
        return new WorldTime(from.millis() + Math.round(hours * WorldTime.MILLIS_PER_HOUR));
    }

    static OwnerMessage says(WorldTime at, String text) {
        return new OwnerMessage(at, text, hours(at, 100 / 60.0), null, null);
    }
}
