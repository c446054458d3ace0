package viva.avatar.soul;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The checksum of a document: SHA-256 of its canonical form (RFC 8785), so that neither the order of fields nor blanks nor the way in which numbers
 * are written matter. It tells damage, and nothing about who wrote the document.
 */
final class Checksum {
    private static final String ALGORITHM = "sha256:";

    private Checksum() {}

    /** {@code sha256:} and 64 hexadecimal digits; empty when the document has no canonical form, as with a number beyond a double. */
    static Optional<String> of(ObjectNode document) {
        try {
            byte[] canonical = new JsonCanonicalizer(document.toString()).getEncodedUTF8();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
            return Optional.of(ALGORITHM + HexFormat.of().formatHex(hash));
        } catch (IOException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
