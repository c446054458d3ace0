package viva.platform.letters;

import com.rabbitmq.client.Delivery;

/** What is wanted with the letters of a queue, one after the other from the oldest on. */
interface Decision {
    /** What becomes of a letter. */
    enum Fate {
        /** It goes back where it was. */
        KEEP,
        DROP,
        REPLAY
    }

    Fate of(Letter letter, Delivery delivery);

    /** Whether no further letter needs to be seen. */
    boolean isEnough();
}
