package viva.platform.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Problems for what fails before or beside the REST resources: bodies that are too large, and routes that break. */
@Singleton
public class RouteProblems {
    private static final Logger LOG = Logger.getLogger(RouteProblems.class);

    /** Above Quarkus's own check of the body size, which answers with an empty body. */
    private static final int BEFORE_OTHER_CHECKS = 1_000;

    private static final int SERVER_ERROR = 500;

    /**
     * After a body was refused the rest of it is read and thrown away, so much and so long: many clients look for an answer only when
     * they have sent everything, and a connection that is closed before shows them no answer at all.
     */
    private static final long READ_IN_VAIN_BYTES = 16_000_000;

    private static final long READ_IN_VAIN_MILLIS = 2_000;

    /** A character that no text may have: PostgreSQL stores none, and nobody types it. */
    private static final String NUL = "%00";

    private final ObjectMapper json;
    private final OperatingFailures operating;
    private final long maxLargeBody;
    private final long maxBody;
    private final List<Pattern> largeBodies;
    private final BodyHandler limited;

    RouteProblems(
            ObjectMapper json,
            OperatingFailures operating,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxLargeBody,
            @ConfigProperty(name = "viva.http.max-body") MemorySize maxBody,
            @ConfigProperty(name = "viva.http.large-bodies") Optional<List<String>> largeBodies) {
        this.json = json;
        this.operating = operating;
        this.maxLargeBody = maxLargeBody.asLongValue();
        this.maxBody = maxBody.asLongValue();
        this.largeBodies =
                largeBodies.orElse(List.of()).stream().map(Pattern::compile).toList();
        this.limited = BodyHandler.create(false).setBodyLimit(this.maxBody);
    }

    void refuseLargeBodies(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, BEFORE_OTHER_CHECKS);
        filters.register(this::refuseNul, BEFORE_OTHER_CHECKS);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(-BEFORE_OTHER_CHECKS).failureHandler(this::answerFailure);
    }

    private void refuseNul(RoutingContext exchange) {
        if (exchange.request().uri().contains(NUL)) {
            answer(exchange, Problem.of(ProblemType.BAD_REQUEST, "The address must not contain the character NUL"));
        } else {
            exchange.next();
        }
    }

    private void refuseLargeBody(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        long most = mostBytes(exchange);
        if (length == null && most < maxLargeBody && hasBody(exchange.request())) {
            limited.handle(exchange);
            return;
        }
        if (length == null || isWithin(length, most)) {
            exchange.next();
            return;
        }
        HttpServerRequest request = exchange.request();
        boolean waits = request.headers().contains(HttpHeaders.EXPECT);
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        answer(exchange, Problem.of(ProblemType.TOO_LARGE, "The body may have at most " + most + " bytes"));
        if (waits) {
            request.connection().close();
        } else {
            readInVain(exchange, request);
        }
    }

    private static void readInVain(RoutingContext exchange, HttpServerRequest request) {
        HttpConnection connection = request.connection();
        exchange.vertx().setTimer(READ_IN_VAIN_MILLIS, late -> connection.close());
        AtomicLong read = new AtomicLong();
        request.handler(part -> {
                    if (read.addAndGet(part.length()) > READ_IN_VAIN_BYTES) {
                        connection.close();
                    }
                })
                .endHandler(end -> connection.close())
                .resume();
    }

    private long mostBytes(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        return largeBodies.stream().anyMatch(large -> large.matcher(path).matches()) ? maxLargeBody : maxBody;
    }

    /** Whether a request without a length brings a body all the same. Of such a body Quarkus only knows the limit for the largest. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || (request.version() == HttpVersion.HTTP_2 && !request.method().equals(HttpMethod.GET));
    }

    private static boolean isWithin(String length, long most) {
        try {
            return Long.parseLong(length) <= most;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private void answerFailure(RoutingContext exchange) {
        if (exchange.response().ended() || exchange.response().headWritten()) {
            exchange.next();
            return;
        }
        int status = exchange.statusCode() > 0 ? exchange.statusCode() : SERVER_ERROR;
        switch (exchange.failure()) {
            case Rejected rejected -> answer(exchange, rejected);
            case io.quarkus.security.AuthenticationException refused ->
                answer(
                        exchange,
                        Problem.of(ProblemType.UNAUTHENTICATED, "The token is not valid here, or not any more"));
            case null, default -> answerUnexpected(exchange, status);
        }
    }

    private void answerUnexpected(RoutingContext exchange, int status) {
        operating
                .rejection(exchange.failure())
                .ifPresentOrElse(
                        passing -> answer(exchange, passing), () -> answer(exchange, ofStatus(exchange, status)));
    }

    private void answer(RoutingContext exchange, Rejected rejected) {
        rejected.retryAfterSeconds()
                .ifPresent(seconds -> exchange.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        answer(exchange, rejected.problem());
    }

    private Problem ofStatus(RoutingContext exchange, int status) {
        if (status < SERVER_ERROR) {
            ProblemType type = ProblemType.ofStatus(status);
            return Problem.of(type, type.title());
        }
        UUID id = UUID.randomUUID();
        LOG.errorf(exchange.failure(), "unexpected failure %s at %s", id, exchange.normalizedPath());
        return Problem.of(ProblemType.INTERNAL, ProblemMappers.internalDetail(id));
    }

    private void answer(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response().setStatusCode(problem.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        try {
            response.end(json.writeValueAsString(problem.at(exchange.normalizedPath())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
