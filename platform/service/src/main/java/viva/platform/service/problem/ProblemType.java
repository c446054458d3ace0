package viva.platform.service.problem;

/**
 * One kind of failure that a caller can tell apart (RFC 9457). Services add their own kinds beside the common ones here.
 *
 * @param slug the stable last word of the type URI
 * @param title the same words for every problem of the kind
 * @param status the HTTP status it is answered with
 */
public record ProblemType(String slug, String title, int status) {
    public static final ProblemType MALFORMED_BODY = new ProblemType("malformed-body", "The body cannot be read", 400);
    public static final ProblemType BAD_REQUEST =
            new ProblemType("bad-request", "The request cannot be understood", 400);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", "Not signed in", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", "Not allowed", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", "Not found", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "This method is not offered here", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "None of the accepted media types is offered", 406);
    public static final ProblemType CONFLICT = new ProblemType("conflict", "In conflict with what is there", 409);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", "The body is too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "The body's media type is not supported", 415);
    public static final ProblemType INVALID = new ProblemType("invalid", "Some values are not valid", 422);
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", "Too many requests", 429);
    public static final ProblemType INTERNAL = new ProblemType("internal", "Something went wrong here", 500);
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", "Not available right now", 503);

    private static final String URI_PREFIX = "urn:viva:problem:";

    /** The URI that stands in {@code type}. */
    public String uri() {
        return URI_PREFIX + slug;
    }

    /** The common kind of an HTTP status; a kind without a name of its own for other statuses. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> INVALID;
            case 429 -> TOO_MANY_REQUESTS;
            case 500 -> INTERNAL;
            case 503 -> UNAVAILABLE;
            default -> new ProblemType("http-" + status, "HTTP status " + status, status);
        };
    }
}
