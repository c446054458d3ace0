package viva.gateway.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;

/**
 * Who is signed in. A session lives in Redis under its id, as the hash of the one refresh token that it accepts next; each use of it
 * brings another. A token that comes a second time was copied, so its whole session ends (RFC 9700, 4.14).
 */
@Singleton
public class Sessions {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final int SECRET_BYTES = 32;
    private static final int MAX_TOKEN = 200;

    /** Answers the account, or nil for an unknown session; deletes the session when the token is not the next one. */
    private static final String ROTATE = """
            local found = redis.call('HMGET', KEYS[1], 'account', 'token')
            if not found[1] then return nil end
            if found[2] ~= ARGV[1] then redis.call('DEL', KEYS[1]) return nil end
            redis.call('HSET', KEYS[1], 'token', ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[3])
            return found[1]""";

    private static final String OPEN = """
            redis.call('HSET', KEYS[1], 'account', ARGV[1], 'token', ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[3])
            redis.call('SADD', KEYS[2], ARGV[4])
            redis.call('EXPIRE', KEYS[2], ARGV[3])
            return 1""";

    private static final String CLOSE_ALL = """
            for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do redis.call('DEL', 'viva:{session}:' .. id) end
            return redis.call('DEL', KEYS[1])""";

    private final ReactiveRedisDataSource redis;
    private final SecureRandom random = new SecureRandom();

    Sessions(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    /** Begins a session. */
    public Uni<Opened> open(AccountId account) {
        UUID id = UUID.randomUUID();
        String secret = secret();
        return redis.execute(
                        "EVAL",
                        OPEN,
                        "2",
                        key(id),
                        accountKey(account),
                        account.toString(),
                        hash(secret),
                        seconds(),
                        id.toString())
                .replaceWith(new Opened(account, id, id + "." + secret));
    }

    /** Takes a refresh token and gives the next one; empty when it is not, or not any more, accepted. */
    public Uni<Optional<Opened>> renew(String refreshToken) {
        Optional<Presented> presented = Presented.read(refreshToken);
        if (presented.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        UUID id = presented.get().session();
        String next = secret();
        return redis.execute("EVAL", ROTATE, "1", key(id), hash(presented.get().secret()), hash(next), seconds())
                .map(account -> Optional.ofNullable(account)
                        .map(text -> new Opened(AccountId.of(text.toString()), id, id + "." + next)));
    }

    /** Whether the session has not ended. */
    public Uni<Boolean> isOpen(UUID id) {
        return redis.key().exists(key(id));
    }

    public Uni<Void> close(UUID id) {
        return redis.key().del(key(id)).replaceWithVoid();
    }

    /** Ends every session of an account. */
    public Uni<Void> closeAll(AccountId account) {
        return redis.execute("EVAL", CLOSE_ALL, "1", accountKey(account)).replaceWithVoid();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The braces keep all sessions in one slot of a Redis Cluster, so that the scripts may touch several. */
    private static String key(UUID id) {
        return "viva:{session}:" + id;
    }

    private static String accountKey(AccountId account) {
        return "viva:{session}:of:" + account;
    }

    private static String seconds() {
        return Long.toString(LIFETIME.toSeconds());
    }

    /** A session with the refresh token that it accepts next. */
    public record Opened(AccountId account, UUID session, String refreshToken) {}

    private record Presented(UUID session, String secret) {
        static Optional<Presented> read(String token) {
            int dot = token.indexOf('.');
            if (dot < 0 || token.length() > MAX_TOKEN) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Presented(UUID.fromString(token.substring(0, dot)), token.substring(dot + 1)));
            } catch (IllegalArgumentException notASession) {
                return Optional.empty();
            }
        }
    }
}
