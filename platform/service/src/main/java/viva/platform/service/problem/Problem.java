package viva.platform.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a caller is told when a request fails: the body {@code application/problem+json} of RFC 9457.
 *
 * @param type the URI of the {@link ProblemType}
 * @param detail one sentence about this occurrence, for people; nothing internal, nothing secret
 * @param instance the path of the request, without its query
 * @param errors the fields that are to blame; empty when no field is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null, errors);
    }

    /** The same problem, met at this path. */
    public Problem at(String path) {
        return new Problem(type, title, status, detail, path, errors);
    }

    /**
     * One field that is to blame.
     *
     * @param field its path in the body, such as {@code personality.openness}, or the name of a parameter
     * @param message what is wrong, so that it reads on after the field's name
     */
    public record FieldError(String field, String message) {}
}
