package viva.life.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.mind.Lives;
import viva.life.resident.Resident;

/**
 * How an avatar was at one instant.
 *
 * @param resident its mind is as of the last tick or input before that
 * @param at the real instant
 * @param state at that instant
 */
public record Sample(Resident resident, Instant at, StateView state) {
    private static final Logger LOG = Logger.getLogger(Sample.class);

    /** Samples of residents at one instant, in which time stands still for those who rest; a mind that cannot be told is left out. */
    public static List<Sample> of(Collection<Resident> residents, Lives lives, Instant at, WorldTime world) {
        List<Sample> samples = new ArrayList<>(residents.size());
        for (Resident resident : residents) {
            try {
                String locale = resident.locale();
                WorldTime then = resident.isLiving() ? world : resident.mind().asOf();
                samples.add(new Sample(resident, at, lives.view(resident.mind(), then, locale)));
            } catch (RuntimeException e) {
                LOG.errorf(e, "the mind of %s cannot be read at %s", resident.id(), world);
            }
        }
        return samples;
    }

    /**
     * Some residents and those of some samples. They are written together: a sample must not tell of ticks that somebody who takes
     * over from an older mind may live differently.
     */
    public static List<Resident> withTheirs(List<Resident> residents, List<Sample> samples) {
        List<Resident> all = new ArrayList<>(residents);
        samples.forEach(sample -> all.add(sample.resident()));
        return all;
    }
}
