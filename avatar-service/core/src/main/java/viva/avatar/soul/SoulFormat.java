package viva.avatar.soul;

/** The names and limits of the format {@code viva.soul}. */
public final class SoulFormat {
    static final String NAME = "viva.soul";
    static final long VERSION = 1;
    static final String FORMAT = "format";
    static final String VERSION_FIELD = "version";
    static final String CHECKSUM = "checksum";

    /** As many as an avatar keeps. */
    public static final int MOST_MEMORIES = 10_000;

    public static final int MOST_BONDS = 2_000;
    /** Of a file of 16 MiB; the rest is for bonds and a card. */
    static final long MEMORY_BYTES = 11L * 1024 * 1024;

    static final int MOST_MILESTONES = 64;
    static final int GIST = 200;
    static final int LABEL = 40;

    private SoulFormat() {}
}
