package viva.platform.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A generated password. It prints as stars, so that it cannot slip into a log. */
public record Secret(String value) {
    /** 192 bits, as hexadecimal digits: safe in URLs, configuration files and SQL alike. */
    private static final int BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Secret generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    /**
     * The secret kept in {@code file}; on the first call a new one is generated and written there with mode 0600. One thread at a time, so that
     * the two that ask first get the same.
     */
    public static synchronized Secret keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, generate().value());
            }
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
