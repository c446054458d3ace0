package viva.life.folding;

import java.util.List;
import java.util.UUID;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;

/** How the lives of these tests begin. */
public final class Lifetimes {
    public static final WorldTime MORNING = WorldTime.parse("2030-01-01T09:00:00Z");
    public static final Lives LIVES = new Lives(LifeParameters.DEFAULT, 7);

    private Lifetimes() {}

    public static Input.Born birth(long number) {
        UnitInterval half = new UnitInterval(.5);
        return new Input.Born(
                MORNING,
                new AvatarId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | number)),
                new Personality(
                        half,
                        half,
                        half,
                        half,
                        half,
                        HumorStyle.WITTY,
                        LoveLanguage.TIME,
                        AttachmentStyle.SECURE,
                        List.of(),
                        List.of()));
    }

    public static WorldTime hours(WorldTime from, double hours) {
        return new WorldTime(from.millis() + Math.round(hours * WorldTime.MILLIS_PER_HOUR));
    }
}
