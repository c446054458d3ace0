package viva.platform.outbox;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Leaves out what Flyway warns of at every start: that the platform's migrations may come later than higher ones, as they are meant to. */
@LoggingFilter(name = "out-of-order")
public final class OutOfOrderFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord line) {
        return line.getMessage() == null || !line.getMessage().startsWith("outOfOrder mode is active");
    }
}
