package viva.untidy;

import java.io.File;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Breaks the rules of cores on purpose. */
public final class DeedHelper {
    private DeedHelper() {}

    /** Tells the time, takes a random id and opens a file. */
    public static String deed() {
        return Instant.now() + " " + UUID.randomUUID() + " " + new File("deed").exists();
    }

    /** The same by method references. */
    public static Supplier<Object> laterDeed(boolean today) {
        return today ? Instant::now : UUID::randomUUID;
    }

    /** Chance without a seed. */
    public static int luck() {
        return new SplittableRandom().nextInt();
    }

    /** Chance with a seed, which is no breach. */
    public static int fate(long seed) {
        return new SplittableRandom(seed).nextInt();
    }
}
