package viva.local.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a JVM learned in a training run of a service: its classes, loaded and linked, and the profiles of its methods (JEP 483, 514 and
 * 515). It fits one JVM, one set of flags and one build, which its name tells; a start without a fitting one is slower and otherwise
 * the same.
 */
public final class StartupCache {
    private static final String ENDING = ".aot";
    /** Hexadecimal digits of the key in a file's name; 64 bits tell builds apart. */
    private static final int KEY_DIGITS = 16;

    private final Path file;

    private StartupCache(Path file) {
        this.file = file;
    }

    /**
     * The one that fits this JVM.
     *
     * @param jar the service's program, beside its libraries
     * @param flags all that the JVM is told besides the program
     * @throws UncheckedIOException when the service is not built
     */
    public static StartupCache of(Path jar, List<String> flags) {
        try {
            return new StartupCache(
                    jar.getParent().resolveSibling("startup").resolve(key(jar.getParent(), flags) + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a training run has made it. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The flags with which a JVM uses it; none when it does not exist. */
    public List<String> use() {
        return exists() ? with("-XX:AOTCache=" + file) : List.of();
    }

    /** The flags with which a JVM makes it when it ends. It is not used before {@link #keep()}. */
    public List<String> record() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("-XX:AOTCacheOutput=" + part());
    }

    /** Adapters between compiled and interpreted code are left out: JDK 25 mistakes some, and warns of each at every start. */
    private static List<String> with(String flag) {
        return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching", flag);
    }

    /** Puts what a training run has made in place, and deletes those of earlier builds; false when it made nothing. */
    public boolean keep() {
        if (!Files.exists(part())) {
            return false;
        }
        try {
            Files.move(part(), file, StandardCopyOption.ATOMIC_MOVE);
            try (DirectoryStream<Path> found = Files.newDirectoryStream(file.getParent())) {
                for (Path other : found) {
                    if (!other.equals(file)) {
                        Files.deleteIfExists(other);
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** A JVM takes a cache only with the jars that it was made with, down to their times. */
    private static String key(Path application, List<String> flags) throws IOException {
        MessageDigest digest = sha256();
        digest.update((System.getProperty("java.home") + System.getProperty("java.vm.version") + flags)
                .getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> files = Files.walk(application)) {
            for (Path jar : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update("%s %s %d\n"
                        .formatted(application.relativize(jar), Files.getLastModifiedTime(jar), checksum(jar))
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS);
    }

    private static long checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JRE has it", e);
        }
    }
}
