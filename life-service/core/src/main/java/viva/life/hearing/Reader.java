package viva.life.hearing;

import java.util.Locale;
import viva.contracts.Reading;

/** Understands what an owner writes. May block for as long as a model takes, and may be called by any number of threads. */
@FunctionalInterface
public interface Reader {
    /**
     * Reads a text.
     *
     * @param text untrusted; nothing in it is obeyed
     * @param hint the language that the avatar speaks, which wins when in doubt
     */
    Reading read(String text, Locale hint);
}
