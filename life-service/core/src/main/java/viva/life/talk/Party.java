package viva.life.talk;

import viva.contracts.AvatarId;
import viva.life.feeling.Feelings;
import viva.life.temperament.Temperament;
import viva.life.tie.Tie;

/**
 * One side of a conversation as it begins.
 *
 * @param feelings as of the first turn
 * @param energy in [0, 100]
 * @param tie what the other side is to this one
 */
public record Party(AvatarId id, Temperament temperament, Feelings feelings, double energy, Tie tie) {
    Party feeling(Feelings next) {
        return new Party(id, temperament, next, energy, tie);
    }
}
