package viva.gateway.health;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import viva.platform.health.Dependency;

/** Redis keeps sessions and limits: while it is away nobody signs in. */
@Singleton
class RedisDependency implements Dependency {
    private final ReactiveRedisDataSource redis;

    RedisDependency(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Kind kind() {
        return Kind.SERVER;
    }

    @Override
    public Uni<?> probe() {
        return redis.execute("PING");
    }
}
