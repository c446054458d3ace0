package viva.local.doctor;

/** What a look at one matter found. */
public sealed interface Finding {
    /** Such as {@code Disk}. */
    String matter();

    /** What is so, in a few words. */
    String found();

    /** Nothing to do. */
    record Fine(String matter, String found) implements Finding {}

    /**
     * A world runs all the same, but something of it does not.
     *
     * @param remedy what to do, a sentence
     */
    record Weak(String matter, String found, String remedy) implements Finding {}

    /**
     * No world runs before this is mended.
     *
     * @param remedy what to do, a sentence
     */
    record Broken(String matter, String found, String remedy) implements Finding {}
}
