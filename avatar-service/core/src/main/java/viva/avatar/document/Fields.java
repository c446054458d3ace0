package viva.avatar.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import viva.avatar.profile.Rejection;

/**
 * The fields of one object of a document. A field that is missing or null is absent; one that is of another type or out of range is noted in the
 * list of rejections, which all objects of a document share, and read as absent.
 *
 * @param path of the object in the document; empty for the document itself
 */
public record Fields(String path, JsonNode object, List<Rejection> rejections) {
    private static final int UUID_LENGTH = 36;

    /** A field's path in the document. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Whether a field is there and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    /** The fields of an object; those of an empty one when it is absent. */
    public Fields object(String name) {
        JsonNode found = of(name, "an object", JsonNode::isObject);
        return new Fields(path(name), found == null ? JsonNodeFactory.instance.objectNode() : found, rejections);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(of(name, "a string", JsonNode::isTextual)).map(JsonNode::textValue);
    }

    /** False when absent. */
    public boolean flag(String name) {
        JsonNode found = of(name, "true or false", JsonNode::isBoolean);
        return found != null && found.booleanValue();
    }

    /** A whole number in [{@code least}, {@code most}]. */
    public Optional<Long> whole(String name, long least, long most) {
        JsonNode found = of(name, "a whole number", node -> node.isNumber() && node.canConvertToExactIntegral());
        if (found == null) {
            return Optional.empty();
        }
        boolean within = found.canConvertToLong() && found.longValue() >= least && found.longValue() <= most;
        if (!within) {
            reject(new Rejection.OutOfRange(path(name), least, most, found.doubleValue()));
        }
        return within ? Optional.of(found.longValue()) : Optional.empty();
    }

    /** A number in [{@code least}, {@code most}]. */
    public Optional<Double> number(String name, double least, double most) {
        JsonNode found = of(name, "a number", JsonNode::isNumber);
        if (found == null) {
            return Optional.empty();
        }
        double value = found.doubleValue();
        boolean within = value >= least && value <= most;
        if (!within) {
            reject(new Rejection.OutOfRange(path(name), least, most, value));
        }
        return within ? Optional.of(value) : Optional.empty();
    }

    /** An instant of ISO 8601. */
    public Optional<Instant> instant(String name) {
        return text(name).flatMap(text -> parsed(name, "an ISO-8601 instant", text, Instant::parse));
    }

    public Optional<UUID> id(String name) {
        return text(name).flatMap(text -> parsed(name, "a UUID", text, Fields::uuid));
    }

    private static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("no UUID");
        }
        return UUID.fromString(text);
    }

    private <T> Optional<T> parsed(String name, String expected, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            reject(new Rejection.WrongType(path(name), expected, "'" + shortened(text) + "'"));
            return Optional.empty();
        }
    }

    /** The value; when it is absent that is noted, and {@code otherwise} is taken in its place. */
    public <T> T required(String name, Optional<T> value, T otherwise) {
        if (value.isEmpty() && !has(name)) {
            reject(new Rejection.Missing(path(name)));
        }
        return value.orElse(otherwise);
    }

    /** The texts of an array; null ones are left out. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        each(name, Integer.MAX_VALUE, "a string", JsonNode::isTextual, (at, node) -> texts.add(node.textValue()));
        return texts;
    }

    /** The objects of an array of at most {@code most}; null ones are left out. */
    public List<Fields> objects(String name, int most) {
        List<Fields> objects = new ArrayList<>();
        each(name, most, "an object", JsonNode::isObject, (at, node) -> objects.add(new Fields(at, node, rejections)));
        return objects;
    }

    private interface Element {
        void take(String path, JsonNode node);
    }

    private interface Kind {
        boolean is(JsonNode node);
    }

    private void each(String name, int most, String expected, Kind kind, Element element) {
        JsonNode found = of(name, "an array", JsonNode::isArray);
        if (found == null) {
            return;
        }
        if (found.size() > most) {
            reject(new Rejection.TooMany(path(name), most, found.size()));
            return;
        }
        for (int i = 0; i < found.size(); i++) {
            JsonNode node = found.get(i);
            String at = path(name) + "[" + i + "]";
            if (kind.is(node)) {
                element.take(at, node);
            } else if (!node.isNull()) {
                reject(new Rejection.WrongType(at, expected, kind(node)));
            }
        }
    }

    private JsonNode of(String name, String expected, Kind kind) {
        JsonNode found = object.get(name);
        if (found == null || found.isNull()) {
            return null;
        }
        if (!kind.is(found)) {
            reject(new Rejection.WrongType(path(name), expected, kind(found)));
            return null;
        }
        return found;
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
