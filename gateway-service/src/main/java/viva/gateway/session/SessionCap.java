package viva.gateway.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import viva.contracts.AccountId;
import viva.gateway.limit.LimitConfig;

/** Keeps the sessions of an account few: those that were not used for longest end first. */
@Singleton
public class SessionCap {
    /** A session is kept for a time after each use, so the one with the least of it left was used the longest time ago. */
    private static final String TRIM = """
            local ids = redis.call('SMEMBERS', KEYS[1])
            local most = tonumber(ARGV[1])
            if #ids <= most then return {} end
            local open = {}
            for _, id in ipairs(ids) do
              local left = redis.call('PTTL', 'viva:{session}:' .. id)
              if left < 0 then redis.call('SREM', KEYS[1], id) else open[#open + 1] = {left, id} end
            end
            table.sort(open, function(a, b) return a[1] < b[1] end)
            local ended = {}
            for i = 1, #open - most do
              ended[i] = open[i][2]
              redis.call('DEL', 'viva:{session}:' .. open[i][2])
              redis.call('SREM', KEYS[1], open[i][2])
            end
            return ended""";

    private final ReactiveRedisDataSource redis;
    private final Revocations revocations;
    private final LimitConfig limit;

    SessionCap(ReactiveRedisDataSource redis, Revocations revocations, LimitConfig limit) {
        this.redis = redis;
        this.revocations = revocations;
        this.limit = limit;
    }

    /** Ends what is too much, with the tokens that it gave. */
    public Uni<Void> trim(AccountId account) {
        return redis.execute(
                        "EVAL", TRIM, "1", "viva:{session}:of:" + account, Integer.toString(limit.sessionsPerAccount()))
                .onItem()
                .transformToMulti(ended -> Multi.createFrom().iterable(ended))
                .onItem()
                .transformToUniAndConcatenate(id -> revocations.revoke(UUID.fromString(id.toString())))
                .onItem()
                .ignoreAsUni();
    }
}
