package viva.society.diary;

import java.util.EnumMap;
import java.util.Map;
import viva.life.mind.Intent;

/** How many waking hours pass from the moment at which a need was last met to the moment at which it is sought again. */
public final class Seeking {
    private final Map<Want, Interval> intervals = new EnumMap<>(Want.class);

    /** What is sought. */
    public enum Want {
        COMPANY,
        NOVELTY,
        COMFORT
    }

    Seeking() {
        for (Want want : Want.values()) {
            intervals.put(want, new Interval());
        }
    }

    /** Takes note of an intent; {@code awake} is how many hours the life has been awake. */
    void wanted(Intent intent, double awake) {
        switch (intent) {
            case Intent.SeekCompany ignored -> of(Want.COMPANY).sought(awake);
            case Intent.Explore explore -> {
                of(Want.NOVELTY).sought(awake);
                of(Want.NOVELTY).met(awake + explore.until().hoursSince(explore.at()));
            }
            case Intent.Reflect reflect -> {
                of(Want.COMFORT).sought(awake);
                of(Want.COMFORT).met(awake + reflect.until().hoursSince(reflect.at()));
            }
            case Intent.Parted parted -> {
                if (parted.landed() > 0) {
                    of(Want.COMPANY).met(awake);
                }
            }
            case Intent.Speak _,
                    Intent.Think _,
                    Intent.Remember _,
                    Intent.Answer _,
                    Intent.Excuse _,
                    Intent.Leave _,
                    Intent.Discover _,
                    Intent.Greet _,
                    Intent.ChatEnded _,
                    Intent.ReachOut _ -> {}
        }
    }

    public Interval of(Want want) {
        return intervals.get(want);
    }

    /** The intervals of one need. */
    public static final class Interval {
        private double met = Double.NaN;
        private double sum;
        private int count;

        private void sought(double awake) {
            if (!Double.isNaN(met)) {
                sum += awake - met;
                count++;
                met = Double.NaN;
            }
        }

        private void met(double awake) {
            met = awake;
        }

        /** Waking hours in all of them. */
        public double sum() {
            return sum;
        }

        public int count() {
            return count;
        }
    }
}
