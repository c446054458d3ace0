package viva.gateway.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.gateway.secret.KeyedDigest;
import viva.gateway.secret.SecretKeyBase;

/**
 * Who is signed in. A session lives in Redis under its id, with a keyed digest of the one refresh token that it accepts next; each use
 * of it brings another. A token that comes a second time was copied, so its whole session ends (RFC 9700, 4.14).
 */
@Singleton
public class Sessions {
    private static final int SECRET_BYTES = 32;
    private static final int MAX_TOKEN = 200;
    private static final int ENDED = 0;

    /** Arguments: account, digest, generation, seconds of idleness and at most, the session's id. Answers when it ends. */
    private static final String OPEN = """
            local ends = redis.call('TIME')[1] + ARGV[5]
            redis.call('HSET', KEYS[1], 'account', ARGV[1], 'token', ARGV[2], 'generation', ARGV[3], 'until', ends)
            redis.call('EXPIRE', KEYS[1], math.min(ARGV[4], ARGV[5]))
            redis.call('SADD', KEYS[2], ARGV[6])
            redis.call('EXPIRE', KEYS[2], ARGV[5])
            return ends""";

    /**
     * Arguments: the digest, the next one, seconds of idleness. Answers account, generation and end; nil for an unknown session, 0 for
     * one that ends with this because the token is not the next one.
     */
    private static final String ROTATE = """
            local found = redis.call('HMGET', KEYS[1], 'account', 'token', 'generation', 'until')
            if not found[1] then return nil end
            local left = tonumber(found[4] or 0) - redis.call('TIME')[1]
            if found[2] ~= ARGV[1] or left <= 0 then redis.call('DEL', KEYS[1]) return 0 end
            redis.call('HSET', KEYS[1], 'token', ARGV[2])
            redis.call('EXPIRE', KEYS[1], math.min(ARGV[3], left))
            return {found[1], found[3], found[4]}""";

    private static final String ADOPT = """
            if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'generation', ARGV[1]) end
            return 1""";

    private static final String CLOSE_ALL = """
            for _, id in ipairs(redis.call('SMEMBERS', KEYS[1])) do
              if id ~= ARGV[1] then
                redis.call('DEL', 'viva:{session}:' .. id)
                redis.call('SREM', KEYS[1], id)
              end
            end
            return 1""";

    private final ReactiveRedisDataSource redis;
    private final SessionConfig config;
    private final KeyedDigest digest;
    private final SecureRandom random = new SecureRandom();

    Sessions(ReactiveRedisDataSource redis, SessionConfig config, SecretKeyBase secret) {
        this.redis = redis;
        this.config = config;
        this.digest = new KeyedDigest(secret, "viva gateway refresh tokens v1");
    }

    /** Begins a session of the account's current generation. */
    public Uni<Opened> open(AccountId account, int generation) {
        UUID id = UUID.randomUUID();
        String secret = secret();
        return redis.execute(
                        "EVAL",
                        OPEN,
                        "2",
                        key(id),
                        accountKey(account),
                        account.toString(),
                        digest.of(secret),
                        Integer.toString(generation),
                        seconds(config.idle()),
                        seconds(config.longest()),
                        id.toString())
                .map(ends -> opened(new Session(id, account, generation, instant(ends)), secret));
    }

    /** Takes a refresh token and gives the next one. */
    public Uni<Renewal> renew(String refreshToken) {
        Optional<Presented> presented = Presented.read(refreshToken);
        if (presented.isEmpty()) {
            return Uni.createFrom().item(new Renewal.Unknown());
        }
        UUID id = presented.get().session();
        String next = secret();
        return redis.execute(
                        "EVAL",
                        ROTATE,
                        "1",
                        key(id),
                        digest.of(presented.get().secret()),
                        digest.of(next),
                        seconds(config.idle()))
                .map(found -> renewal(id, found, next));
    }

    /** The session, unless it has ended. */
    public Uni<Optional<Session>> find(UUID id) {
        return redis.execute("HMGET", key(id), "account", "generation", "until").map(found -> session(id, found));
    }

    /** Lets a session go on into another generation of its account's sessions. */
    public Uni<Void> adopt(UUID id, int generation) {
        return redis.execute("EVAL", ADOPT, "1", key(id), Integer.toString(generation))
                .replaceWithVoid();
    }

    /** Ends a session: nothing is renewed any more. Tokens that it gave are {@link Revocations}' to end. */
    public Uni<Void> close(UUID id) {
        return redis.key().del(key(id)).replaceWithVoid();
    }

    /** Ends every session of an account but one ({@link Revocations#NOBODY} for none). */
    public Uni<Void> closeAll(AccountId account, UUID spared) {
        return redis.execute("EVAL", CLOSE_ALL, "1", accountKey(account), spared.toString())
                .replaceWithVoid();
    }

    private static Renewal renewal(UUID id, Response found, String next) {
        if (found == null) {
            return new Renewal.Unknown();
        }
        if (found.type() == ResponseType.NUMBER && found.toInteger() == ENDED) {
            return new Renewal.Ended(id);
        }
        return session(id, found)
                .<Renewal>map(session -> new Renewal.Renewed(opened(session, next)))
                .orElseGet(Renewal.Unknown::new);
    }

    private static Optional<Session> session(UUID id, Response fields) {
        if (fields == null || fields.get(0) == null || fields.get(2) == null) {
            return Optional.empty();
        }
        return Optional.of(new Session(
                id,
                AccountId.of(fields.get(0).toString()),
                fields.get(1) == null ? 0 : fields.get(1).toInteger(),
                instant(fields.get(2))));
    }

    private static Opened opened(Session session, String secret) {
        return new Opened(session, session.id() + "." + secret);
    }

    private static Instant instant(Response seconds) {
        return Instant.ofEpochSecond(seconds.toLong());
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The braces keep all sessions in one slot of a Redis Cluster, so that the scripts may touch several. */
    private static String key(UUID id) {
        return "viva:{session}:" + id;
    }

    private static String accountKey(AccountId account) {
        return "viva:{session}:of:" + account;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    /** A session with the refresh token that it accepts next. */
    public record Opened(Session session, String refreshToken) {}

    /** What becomes of a refresh token. */
    public sealed interface Renewal {
        /** It was the next one of a session that goes on. */
        record Renewed(Opened opened) implements Renewal {}

        /** It is a copy, or too late: its session has ended with this. */
        record Ended(UUID session) implements Renewal {}

        /** It belongs to nothing. */
        record Unknown() implements Renewal {}
    }

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
