package viva.avatar.registry;

import io.smallrye.mutiny.Uni;
import viva.contracts.CarriedMind;

/** What a new avatar brings from elsewhere. */
public interface Luggage {
    /** Nothing at all. */
    Luggage NONE = new Luggage() {
        @Override
        public CarriedMind mind() {
            return null;
        }

        @Override
        public Uni<Void> unpack(Avatar newborn) {
            return Uni.createFrom().voidItem();
        }
    };

    /** The mind with which its life begins; null when it begins as every life does. */
    CarriedMind mind();

    /** Stores everything else, in the transaction of the avatar's creation. */
    Uni<Void> unpack(Avatar newborn);
}
