package viva.society.diary;

import viva.life.feeling.FeelingParameters;
import viva.life.feeling.Feelings;
import viva.life.mind.Intent;
import viva.life.mind.Mind;

/**
 * What is written down of one life. Everybody's has counters of fixed size (about 1.5 kB); only those of the first {@value #TRACED} have an hourly
 * trace (4 bytes an hour) and only those of the first {@value #PROBED} the course of their emotions, so a world of any size needs
 * about 30 MB for those in a month and at most 200 MB in a year.
 */
public final class Diary {
    /** How many are read every hour. Ids say nothing about a personality, so the first ones are a fair sample. */
    public static final int TRACED = 2_000;

    /** How many are read every {@value Decays#STEP_MINUTES} world minutes. */
    public static final int PROBED = 200;

    private final Timesheet timesheet;
    private final Nights nights = new Nights();
    private final Seeking seeking = new Seeking();
    private final Trace trace;
    private final Influence influence;
    private final Decays decays;

    private Diary(Timesheet timesheet, Trace trace, Influence influence, Decays decays) {
        this.timesheet = timesheet;
        this.trace = trace;
        this.influence = influence;
        this.decays = decays;
    }

    /** The empty diary of a newborn that will live for {@code days} world days. */
    public static Diary of(int index, int days, Mind newborn) {
        boolean traced = index < TRACED;
        return new Diary(
                new Timesheet(newborn),
                traced ? new Trace(days) : null,
                traced ? new Influence() : null,
                index < PROBED ? new Decays() : null);
    }

    /** A mind went on. */
    public void lived(Mind before, Mind after) {
        timesheet.lived(before, after);
        nights.lived(before, after);
        if (influence != null) {
            influence.lived(before, after);
        }
    }

    /** A mind wants something; told after {@link #lived}. */
    public void wanted(Intent intent) {
        seeking.wanted(intent, timesheet.awakeHours());
    }

    /** The world's time is {@code at}, and nothing is due. */
    public void look(Mind mind, long at, boolean fullHour) {
        Feelings now = mind.feelings().at(at, mind.temperament(), FeelingParameters.DEFAULT);
        if (fullHour && trace != null) {
            trace.look(now);
        }
        if (decays != null) {
            decays.look(mind, now, at);
        }
    }

    public Timesheet timesheet() {
        return timesheet;
    }

    public Nights nights() {
        return nights;
    }

    public Seeking seeking() {
        return seeking;
    }

    /** Null for those who are not traced. */
    public Trace trace() {
        return trace;
    }

    /** Null for those who are not traced. */
    public Influence influence() {
        return influence;
    }

    /** Null for those who are not probed. */
    public Decays decays() {
        return decays;
    }
}
