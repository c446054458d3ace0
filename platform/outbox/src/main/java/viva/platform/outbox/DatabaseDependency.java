package viva.platform.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import viva.platform.health.Dependency;

/** The database is there when it answers a connection of the pool that every request has to wait for too. */
@Singleton
class DatabaseDependency implements Dependency {
    private final Pool pool;

    DatabaseDependency(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Kind kind() {
        return Kind.SERVER;
    }

    @Override
    public Uni<?> probe() {
        return pool.query("select 1").execute();
    }
}
