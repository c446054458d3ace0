package viva.life.need;

/** What an avatar needs. Energy is not a plain need: it is sleep pressure seen from the other side. */
public enum Need {
    ENERGY,
    SOCIAL,
    STIMULATION,
    COMFORT
}
