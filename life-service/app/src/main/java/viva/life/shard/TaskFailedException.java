package viva.life.shard;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import viva.life.ownership.FencedException;

/** A task that failed by itself: a bug, or a command that makes no sense. The database was fine. */
final class TaskFailedException extends RuntimeException {
    /**
     * SQLSTATE classes that blame the data, and neither the statement nor the state of the server (PostgreSQL, appendix A): cardinality, data,
     * constraints, and limits such as the longest row of an index.
     */
    private static final Set<String> BLAMES_DATA = Set.of("21", "22", "23", "54");

    private final transient Task task;

    TaskFailedException(Task task, Throwable cause) {
        super(task.describe(), cause);
        this.task = task;
    }

    Task task() {
        return task;
    }

    /**
     * Whether one of the tasks of a transaction is to blame for {@code failure}: whatever was not foreseen, and what the database says of the
     * data. What else the database, the way to it or the end of this process does passes, and the same tasks succeed afterwards.
     */
    static boolean isAmongTasks(Throwable failure) {
        if (failure instanceof PgException refusal) {
            String state = refusal.getSqlState();
            return state != null && state.length() > 2 && BLAMES_DATA.contains(state.substring(0, 2));
        }
        boolean isBug = failure instanceof RuntimeException
                || failure instanceof StackOverflowError
                || failure instanceof AssertionError
                || failure instanceof LinkageError;
        return isBug && !passes(failure);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof VertxException
                || failure instanceof TimeoutException
                || failure instanceof FencedException
                || failure instanceof ShardStore.GivenUp
                || failure instanceof CancellationException
                || failure instanceof RejectedExecutionException;
    }
}
