package viva.gateway.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The signing keys in the database: reads them, and makes the next one in time. All replicas see the same keys. A key that was
 * encrypted under another {@code SECRET_KEY_BASE} counts for nothing, so that what it signed holds no more.
 */
@Singleton
final class PgSigningKeys {
    private static final Logger LOG = Logger.getLogger(PgSigningKeys.class);

    /** Any number will do, as long as nothing else locks it. */
    private static final String LOCK = "select pg_advisory_xact_lock(7236148230001)";

    private static final String SELECT =
            "select kid, public_jwk, private_key, signs_from, expires_at from signing_key where expires_at > $1 order by signs_from";
    private static final String INSERT =
            "insert into signing_key (kid, public_jwk, private_key, signs_from, expires_at) values ($1, $2, $3, $4, $5)";
    private static final String DELETE = "delete from signing_key where expires_at <= $1";

    private final Pool pool;
    private final KeyVault vault;
    private final TokenConfig config;
    /** Keys that the log has told of; as many as there are in the database. */
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();

    PgSigningKeys(Pool pool, KeyVault vault, TokenConfig config) {
        this.pool = pool;
        this.vault = vault;
        this.config = config;
    }

    /** Every key that something valid may be signed with, oldest first; the last one that signs is there, too. */
    Uni<List<SigningKey>> current(Instant now) {
        return pool.withTransaction(tx -> tx.query(LOCK)
                .execute()
                .chain(() -> read(tx, now))
                .chain(keys -> needsAnother(keys, now)
                        ? extend(tx, keys, now)
                        : Uni.createFrom().item(keys)));
    }

    private boolean needsAnother(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .noneMatch(key -> key.signsFrom().plus(config.keyRotation()).isAfter(now.plus(config.keyLead())));
    }

    private Uni<List<SigningKey>> extend(SqlConnection tx, List<SigningKey> keys, Instant now) {
        boolean somethingSigns = keys.stream().anyMatch(key -> key.maySign(now));
        SigningKey next = generate(somethingSigns ? now.plus(config.keyLead()) : now);
        return insert(tx, next)
                .chain(() -> tx.preparedQuery(DELETE).execute(Tuple.of(at(now))))
                .map(deleted -> {
                    LOG.infof("made signing key %s, which signs from %s", next.id(), next.signsFrom());
                    List<SigningKey> all = new ArrayList<>(keys);
                    all.add(next);
                    return List.copyOf(all);
                });
    }

    private Uni<Void> insert(SqlConnection tx, SigningKey key) {
        byte[] sealed = vault.encrypt(key.id(), key.privateKey().getEncoded());
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(
                        key.id(),
                        key.publicKey().toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                        Buffer.buffer(sealed),
                        at(key.signsFrom()),
                        at(key.expiresAt())))
                .replaceWithVoid();
    }

    private SigningKey generate(Instant signsFrom) {
        try {
            var pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(pair.calculateBase64urlEncodedThumbprint("SHA-256"));
            pair.setAlgorithm("ES256");
            pair.setUse("sig");
            Duration life = config.keyRotation()
                    .plus(config.keyLead())
                    .plus(config.socketLifetime())
                    .plusHours(1);
            return new SigningKey(pair.getKeyId(), pair, pair.getPrivateKey(), signsFrom, signsFrom.plus(life));
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    private Uni<List<SigningKey>> read(SqlConnection tx, Instant now) {
        return tx.preparedQuery(SELECT).execute(Tuple.of(at(now))).map(rows -> {
            List<SigningKey> keys = new ArrayList<>();
            rows.forEach(row -> key(row).ifPresent(keys::add));
            return List.copyOf(keys);
        });
    }

    private Optional<SigningKey> key(Row row) {
        String id = row.getString(0);
        return decrypted(id, row.getBuffer(2).getBytes()).map(privateKey -> {
            try {
                return new SigningKey(
                        id,
                        PublicJsonWebKey.Factory.newPublicJwk(row.getString(1)),
                        privateKey,
                        row.getOffsetDateTime(3).toInstant(),
                        row.getOffsetDateTime(4).toInstant());
            } catch (JoseException broken) {
                throw new IllegalStateException("signing key " + id + " cannot be read", broken);
            }
        });
    }

    private Optional<PrivateKey> decrypted(String id, byte[] sealed) {
        try {
            return Optional.of(
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(vault.decrypt(id, sealed))));
        } catch (GeneralSecurityException anotherSecret) {
            if (foreign.add(id)) {
                LOG.warnf("signing key %s was encrypted with another SECRET_KEY_BASE: what it signed is void", id);
            }
            return Optional.empty();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
