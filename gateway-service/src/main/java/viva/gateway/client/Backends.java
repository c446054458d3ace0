package viva.gateway.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import viva.gateway.replica.Unanswered;
import viva.gateway.token.MintedInternalTokens;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.Problem;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Asks other services in an owner's name. Their refusals (4xx) are passed on as they are; a service that is away, slow or broken
 * becomes 503 with the advice to try again, and its own words stay inside.
 */
@Singleton
public class Backends {
    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_SERVER_ERROR = 500;

    private final MintedInternalTokens tokens;
    private final ObjectMapper json;
    private final OperatingFailures operating;

    Backends(MintedInternalTokens tokens, ObjectMapper json, OperatingFailures operating) {
        this.tokens = tokens;
        this.json = json;
        this.operating = operating;
    }

    /**
     * Asks once.
     *
     * @param service its short name, which is also the audience of the token it is shown
     * @param question takes the value of the Authorization header
     */
    public <T> Uni<T> ask(String service, Asker asker, Function<String, Uni<T>> question) {
        return answered(service, asked(service, asker, question));
    }

    /**
     * Asks something that changes nothing: once more when the connection breaks off. A connection that was kept open may be closed by the other
     * side in the moment in which it is used again (RFC 9112, 9.3.1), and behind the same address another replica may answer.
     */
    public <T> Uni<T> read(String service, Asker asker, Function<String, Uni<T>> question) {
        return answered(
                service,
                asked(service, asker, question)
                        .onFailure(Unanswered::brokenOff)
                        .retry()
                        .atMost(1));
    }

    private <T> Uni<T> asked(String service, Asker asker, Function<String, Uni<T>> question) {
        return Uni.createFrom()
                .deferred(() -> question.apply("Bearer " + tokens.sign(service, asker.account(), asker.roles())));
    }

    private <T> Uni<T> answered(String service, Uni<T> asked) {
        return asked.ifNoItem().after(PATIENCE).fail().onFailure().transform(failure -> understood(service, failure));
    }

    private Throwable understood(String service, Throwable failure) {
        if (failure instanceof Rejected) {
            return failure;
        }
        if (failure instanceof WebApplicationException answer) {
            int status = answer.getResponse().getStatus();
            if (status >= FIRST_CLIENT_ERROR && status < FIRST_SERVER_ERROR && status != UNAUTHORIZED) {
                return Rejected.with(passedOn(answer, status));
            }
        }
        Optional<Rejected> full = operating.overflow(failure);
        if (full.isPresent()) {
            return full.get();
        }
        LOG.warnf("the %s service did not answer: %s", service, failure.toString());
        return Rejected.of(ProblemType.UNAVAILABLE, "The " + service + " service does not answer right now")
                .retryAfter(COME_BACK);
    }

    private Problem passedOn(WebApplicationException answer, int status) {
        ProblemType type = ProblemType.ofStatus(status);
        try {
            Problem problem = json.readValue(answer.getResponse().readEntity(String.class), Problem.class);
            if (problem != null && problem.status() == status && problem.type() != null) {
                return problem;
            }
        } catch (JsonProcessingException | IllegalStateException | IllegalArgumentException notAProblem) {
            LOG.debugf("an answer with status %d carries no problem", status);
        }
        return Problem.of(type, type.title());
    }
}
