package viva.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The ES256 key pair of this test JVM, and the file with its public half. */
final class TestKeys {
    // Quarkus loads this class several times in one JVM; only the system properties are shared by all copies.
    private static final Object JVM = System.getProperties();
    private static final String KEY = "viva.test.key";
    private static final String KEY_SET = "viva.test.jwks";

    private TestKeys() {}

    static PublicJsonWebKey signing() {
        synchronized (JVM) {
            try {
                String known = System.getProperty(KEY);
                if (known != null) {
                    return PublicJsonWebKey.Factory.newPublicJwk(known);
                }
                EllipticCurveJsonWebKey fresh = generate("test");
                System.setProperty(KEY, fresh.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
                return fresh;
            } catch (JoseException e) {
                throw new IllegalStateException("cannot read the test key", e);
            }
        }
    }

    /** A JWKS document with the public key. */
    static Path keySet() {
        synchronized (JVM) {
            String known = System.getProperty(KEY_SET);
            if (known != null) {
                return Path.of(known);
            }
            try {
                Path file = Files.createTempFile("viva-test-", ".jwks.json");
                file.toFile().deleteOnExit();
                Files.writeString(file, new JsonWebKeySet(signing()).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
                System.setProperty(KEY_SET, file.toString());
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static EllipticCurveJsonWebKey generate(String keyId) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            key.setUse("sig");
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("no P-256 on this JDK", e);
        }
    }
}
