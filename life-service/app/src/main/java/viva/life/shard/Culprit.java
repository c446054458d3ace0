package viva.life.shard;

import io.vertx.pgclient.PgException;
import java.io.UncheckedIOException;
import java.util.Set;
import viva.life.conversation.AnswerTable;

/** A task that failed by itself: a bug, or a command that makes no sense. The database was fine. */
final class Culprit extends RuntimeException {
    /** SQLSTATE classes that blame the data, and neither the statement nor the state of the server (PostgreSQL, appendix A). */
    private static final Set<String> BLAMES_DATA = Set.of("21", "22", "23");

    private final transient Task task;

    Culprit(Task task, Throwable cause) {
        super(task.describe(), cause);
        this.task = task;
    }

    Task task() {
        return task;
    }

    /**
     * Whether one of the tasks of a transaction must be to blame for {@code failure}, so that doing all of it again later would
     * fail again.
     */
    static boolean isAmongTasks(Throwable failure) {
        return blamesData(failure)
                || failure instanceof AnswerTable.AnsweredBefore
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException;
    }

    private static boolean blamesData(Throwable failure) {
        return failure instanceof PgException e
                && e.getSqlState() != null
                && BLAMES_DATA.contains(e.getSqlState().substring(0, 2));
    }
}
