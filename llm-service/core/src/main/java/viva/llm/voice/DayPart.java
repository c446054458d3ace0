package viva.llm.voice;

import java.util.Locale;
import viva.contracts.WorldTime;

/** The part of the world's day. */
enum DayPart {
    NIGHT,
    MORNING,
    DAY,
    EVENING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DayPart of(WorldTime time) {
        double hour = time.hourOfDay();
        if (hour < 5 || hour >= 22) {
            return NIGHT;
        }
        if (hour < 11) {
            return MORNING;
        }
        return hour < 17 ? DAY : EVENING;
    }
}
