package viva.gateway.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.Problem;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * What becomes of a question that a service did not answer as asked. Its refusals (4xx) are passed on as they are; a service that is away, slow or
 * broken is 503 with the advice to try again, and its own words stay inside.
 */
final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final long LINE_EVERY_NANOS = 1_000_000_000L;
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_SERVER_ERROR = 500;

    private final String service;
    private final ObjectMapper json;
    private final OperatingFailures operating;
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - LINE_EVERY_NANOS);

    Failures(String service, ObjectMapper json, OperatingFailures operating) {
        this.service = service;
        this.json = json;
        this.operating = operating;
    }

    /** The failure as the asker is told of it. A service that does not take the gateway's token (401) is not the asker's fault. */
    Rejected rejected(Throwable failure) {
        if (failure instanceof WebApplicationException answer) {
            int status = answer.getResponse().getStatus();
            if (status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR && status != UNAUTHORIZED) {
                return Rejected.with(passedOn(answer, status));
            }
        }
        return operating.overflow(failure).orElseGet(() -> unavailable(failure));
    }

    private Problem passedOn(WebApplicationException answer, int status) {
        ProblemType type = ProblemType.ofStatus(status);
        try {
            Problem problem = json.readValue(answer.getResponse().readEntity(String.class), Problem.class);
            if (problem != null && problem.status() == status && problem.type() != null) {
                return problem;
            }
        } catch (JsonProcessingException | ProcessingException | IllegalStateException | IllegalArgumentException e) {
            LOG.debugf("an answer with status %d carries no problem", status);
        }
        return Problem.of(type, type.title());
    }

    /** At most one line a second: an outage during which everybody asks must not become a flood of lines. */
    private Rejected unavailable(Throwable failure) {
        long now = System.nanoTime();
        long last = lastLine.get();
        if (now - last >= LINE_EVERY_NANOS && lastLine.compareAndSet(last, now)) {
            LOG.warnf("the %s service did not answer: %s", service, failure.toString());
        }
        return Rejected.of(ProblemType.UNAVAILABLE, "The " + service + " service does not answer right now")
                .retryAfter(COME_BACK);
    }
}
