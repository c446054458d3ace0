package viva.life.need;

import viva.life.temperament.Temperament;

/**
 * The courses of the needs in one regime.
 *
 * @param company whether somebody keeps the avatar company on top of what it does; it means nothing to a sleeper
 */
public record Courses(Regime regime, boolean company, NeedParameters parameters) {

    /** Extraverts lose company faster: the rate goes with 0.5 + 0.5·E. */
    public Course social(Temperament temperament) {
        if (regime == Regime.COMPANY || (company && regime != Regime.ASLEEP)) {
            return Course.restoring(parameters.companyHours());
        }
        if (regime == Regime.MINGLING) {
            return Course.restoring(parameters.minglingHours());
        }
        double rate = (.5 + .5 * temperament.extraversion()) / .75;
        return Course.depleting(parameters.socialHours() / rate * night());
    }

    /** Open minds tire of the known faster: the rate goes with 0.3 + 0.4·O. */
    public Course stimulation(Temperament temperament) {
        if (regime == Regime.EXPLORING) {
            return Course.restoring(parameters.exploringHours());
        }
        double rate = (.3 + .4 * temperament.openness()) / .5;
        return Course.depleting(parameters.stimulationHours() / rate * night());
    }

    public Course comfort() {
        return switch (regime) {
            case RESTING -> Course.restoring(parameters.restingHours());
            case ASLEEP -> Course.restoring(parameters.sleepingHours());
            case ALERT, MINGLING, COMPANY, EXPLORING -> Course.depleting(parameters.comfortHours());
        };
    }

    private double night() {
        return regime == Regime.ASLEEP ? parameters.nightFactor() : 1;
    }
}
