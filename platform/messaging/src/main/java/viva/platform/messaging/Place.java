package viva.platform.messaging;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a message in the lanes of all avatars that it tells of. It is handled by the lane that comes to it last, and the others stand still
 * until that is over. Lanes that take all messages in one order never wait for each other in a circle. Safe for any thread.
 */
final class Place {
    private final Delivery delivery;
    private final List<Runnable> standing = new ArrayList<>();
    private int missing;

    /** @param lanes how many lanes it has a place in, at least 1 */
    Place(Delivery delivery, int lanes) {
        this.delivery = delivery;
        this.missing = lanes;
    }

    Delivery delivery() {
        return delivery;
    }

    /**
     * A lane has come to it.
     *
     * @param goOn runs when the message is done with, unless this lane is to do it
     * @return whether this lane is to do it
     */
    synchronized boolean reached(Runnable goOn) {
        missing--;
        if (missing > 0) {
            standing.add(goOn);
        }
        return missing == 0;
    }

    /** It is done with, one way or the other. */
    void leave() {
        List<Runnable> others;
        synchronized (this) {
            others = List.copyOf(standing);
        }
        others.forEach(Runnable::run);
    }
}
