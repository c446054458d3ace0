package viva.llm.budget;

import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;

/** A connection to Redis as the service has one, for tests without the framework. */
public final class RedisClient implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int WAITING = 4_096;

    private final Vertx vertx = Vertx.vertx();
    private final RedisAPI api;

    public RedisClient(URI server) {
        RedisOptions options = new RedisOptions()
                .setConnectionString(server.toString())
                .setMaxPoolSize(CONNECTIONS)
                .setMaxPoolWaiting(WAITING);
        Redis redis = Redis.createClient(vertx, options);
        this.api = RedisAPI.api(new io.vertx.mutiny.redis.client.Redis(redis));
    }

    public RedisAPI api() {
        return api;
    }

    @Override
    public void close() {
        api.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
