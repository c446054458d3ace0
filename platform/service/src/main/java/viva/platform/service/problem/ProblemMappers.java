package viva.platform.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import viva.platform.service.problem.Problem.FieldError;

/** Turns every failure of a REST call into a problem, and logs those that nobody expected, once, with an id the caller sees. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SERVER_ERROR = 500;

    private final OperatingFailures operating;

    ProblemMappers(OperatingFailures operating) {
        this.operating = operating;
    }

    @ServerExceptionMapper
    Response rejected(Rejected rejected, UriInfo uri) {
        return ProblemResponses.of(rejected, uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, UriInfo uri) {
        if (failure.getConstraintViolations().stream().anyMatch(ProblemMappers::isOurFault)) {
            return unexpected(failure, uri);
        }
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        String detail = errors.getFirst().field() + " " + errors.getFirst().message();
        return ProblemResponses.of(Problem.of(ProblemType.INVALID, detail, errors), uri);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return ProblemResponses.of(BodyProblems.describe(failure), uri);
    }

    /** A type of ours that Jackson cannot handle is a bug and not the caller's mistake. */
    @ServerExceptionMapper
    Response undefined(InvalidDefinitionException failure, UriInfo uri) {
        return unexpected(failure, uri);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException failure, UriInfo uri) {
        return ProblemResponses.of(
                Problem.of(ProblemType.UNAUTHENTICATED, "Send an access token: Authorization: Bearer <token>"), uri);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException failure, UriInfo uri) {
        return ProblemResponses.of(
                Problem.of(ProblemType.UNAUTHENTICATED, "The token is not valid here, or not any more"), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, UriInfo uri) {
        return ProblemResponses.of(Problem.of(ProblemType.FORBIDDEN, "This needs a role that you do not have"), uri);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof Rejected rejected) {
            return ProblemResponses.of(rejected, uri);
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            return ProblemResponses.of(BodyProblems.describe(json), uri);
        }
        int status = failure.getResponse().getStatus();
        if (status >= SERVER_ERROR) {
            return unexpected(failure, uri);
        }
        ProblemType type = ProblemType.ofStatus(status);
        return ProblemResponses.of(Problem.of(type, type.title()), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, UriInfo uri) {
        return operating
                .rejection(failure)
                .map(passing -> ProblemResponses.of(passing, uri))
                .orElseGet(() -> bug(failure, uri));
    }

    private static Response bug(Throwable failure, UriInfo uri) {
        UUID id = UUID.randomUUID();
        LOG.errorf(failure, "unexpected failure %s at %s", id, uri.getPath());
        return ProblemResponses.of(Problem.of(ProblemType.INTERNAL, internalDetail(id)), uri);
    }

    static String internalDetail(UUID id) {
        return String.format(Locale.ROOT, "It was logged as %s", id);
    }

    /** What a method of ours returned, rather than what a caller sent, broke a rule. */
    private static boolean isOurFault(ConstraintViolation<?> violation) {
        return violation.getExecutableReturnValue() != null;
    }

    /** The path without the method and the parameter it begins with, unless the parameter itself is to blame. */
    private static String field(Path path) {
        StringBuilder rest = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case PARAMETER -> parameter = node.getName();
                case PROPERTY, CONTAINER_ELEMENT -> append(rest, node);
                case BEAN, METHOD, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER -> {}
            }
        }
        return snakeCase(rest.isEmpty() ? parameter : rest.toString());
    }

    private static void append(StringBuilder path, Path.Node node) {
        if (node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
        }
        if (node.getKind() == jakarta.validation.ElementKind.PROPERTY) {
            path.append(path.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
