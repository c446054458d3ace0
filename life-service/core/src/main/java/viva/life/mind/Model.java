package viva.life.mind;

/** Which model of the mind this is. */
public final class Model {
    /**
     * Grows with every change by which the same inputs make another life: journals and samples carry it, and what another version lived is told
     * from its samples. {@code PinnedLivesTest} holds it to the lives that are lived.
     */
    public static final int VERSION = 1;

    /** The version of what was written before versions were kept. */
    public static final int FIRST = 1;

    private Model() {}
}
