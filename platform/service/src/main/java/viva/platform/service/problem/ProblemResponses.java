package viva.platform.service.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Problems as HTTP responses. */
final class ProblemResponses {
    static final String CHALLENGE = "Bearer";

    private ProblemResponses() {}

    static Response of(Problem problem, UriInfo uri) {
        return builder(problem, uri).build();
    }

    static Response of(Rejected rejected, UriInfo uri) {
        Response.ResponseBuilder response = builder(rejected.problem(), uri);
        rejected.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    private static Response.ResponseBuilder builder(Problem problem, UriInfo uri) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.at(uri.getPath()));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        return response;
    }
}
