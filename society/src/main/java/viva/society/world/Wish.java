package viva.society.world;

import java.util.Comparator;
import viva.life.mind.Intent;

/** What somebody wants done in the world. */
record Wish(Inhabitant who, Intent what) {
    /** The one order in which the world grants wishes: by world time, then by who is older. */
    static final Comparator<Wish> ORDER =
            Comparator.<Wish>comparingLong(wish -> wish.what.at().millis()).thenComparingInt(wish -> wish.who.index());
}
