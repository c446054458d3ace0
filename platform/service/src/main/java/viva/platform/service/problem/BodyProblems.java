package viva.platform.service.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.platform.service.problem.Problem.FieldError;

/** Says in a caller's words what is wrong with a JSON body: fields and kinds of values, never names of classes. */
final class BodyProblems {
    private static final int MAX_MESSAGE = 200;

    private BodyProblems() {}

    static Problem describe(JsonProcessingException failure) {
        return switch (failure) {
            case ValueInstantiationException refused -> refused(refused);
            case InvalidFormatException unstorable
            when unstorable.getValue() instanceof String text && text.indexOf('\0') >= 0 ->
                blame(ProblemType.MALFORMED_BODY, path(unstorable), "must not contain the character NUL");
            case MismatchedInputException mismatch ->
                blame(ProblemType.MALFORMED_BODY, path(mismatch), "must be " + kind(mismatch));
            case JsonMappingException mapping when mapping.getPath().isEmpty() -> notJson(mapping);
            case JsonMappingException mapping -> blame(ProblemType.MALFORMED_BODY, path(mapping), "cannot be read");
            case JsonProcessingException syntax -> notJson(syntax);
        };
    }

    private static Problem notJson(JsonProcessingException failure) {
        String where = failure.getLocation() == null
                ? ""
                : " (line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ")";
        return Problem.of(ProblemType.MALFORMED_BODY, "The body is not well-formed JSON" + where);
    }

    /** A record's own constructor refused the value: its message is written for callers. */
    private static Problem refused(ValueInstantiationException failure) {
        return switch (failure.getCause()) {
            case NullPointerException missing
            when missing.getMessage() != null ->
                blame(ProblemType.INVALID, join(path(failure), missing.getMessage()), "is required");
            case IllegalArgumentException illegal
            when illegal.getMessage() != null ->
                blame(ProblemType.INVALID, path(failure), shortened(illegal.getMessage()));
            case null, default -> blame(ProblemType.INVALID, path(failure), "is not valid");
        };
    }

    private static Problem blame(ProblemType type, String field, String message) {
        String name = field.isEmpty() ? "body" : field;
        return Problem.of(type, name + " " + message, List.of(new FieldError(name, message)));
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String join(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String kind(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum() && mismatch instanceof InvalidFormatException) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(BodyProblems::label)
                            .collect(Collectors.joining(", "));
        }
        return kind(type);
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type) || type.isEnum()) {
            return "a string";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an ISO-8601 date or time";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return scalarIn(type) == null ? "an object" : kind(scalarIn(type));
    }

    /** The type of a value object's only component, when it is written as that value alone; null for other types. */
    private static Class<?> scalarIn(Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length != 1) {
            return null;
        }
        RecordComponent only = type.getRecordComponents()[0];
        return only.getAccessor().isAnnotationPresent(JsonValue.class) ? only.getType() : null;
    }

    private static String label(Object constant) {
        try {
            var name = constant.getClass().getField(((Enum<?>) constant).name()).getAnnotation(JsonProperty.class);
            return name == null ? ((Enum<?>) constant).name() : name.value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }
}
