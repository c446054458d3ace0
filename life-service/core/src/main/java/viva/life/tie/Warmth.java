package viva.life.tie;

import viva.contracts.BondStatus;

/** How warm a status is by itself, in [−1, 1]. Ours: the order is the relationship service's, the distances are even. */
public final class Warmth {
    private Warmth() {}

    public static double of(BondStatus status) {
        return switch (status) {
            case STRANGERS -> 0;
            case ACQUAINTANCES -> .15;
            case FRIENDS -> .4;
            case CLOSE_FRIENDS, CRUSH -> .6;
            case BEST_FRIENDS, MUTUAL_CRUSH -> .8;
            case DATING -> .9;
            case PARTNERS -> 1;
            case COMPLICATED -> -.4;
            case EX -> -.5;
        };
    }
}
