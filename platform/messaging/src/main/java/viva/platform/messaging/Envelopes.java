package viva.platform.messaging;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import viva.contracts.Json;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Message;
import viva.contracts.message.MessageTypes;

/** Envelopes to bytes and back. */
public final class Envelopes {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final Map<String, JavaType> TYPES = new ConcurrentHashMap<>();

    private Envelopes() {}

    /** The envelope as compact JSON. */
    public static String encode(CloudEvent<?> event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a " + event.type(), e);
        }
    }

    /**
     * Reads an envelope of any known type.
     *
     * @throws UndecodableMessage when it is not JSON, its type is unknown, or a field is missing or out of range
     */
    public static CloudEvent<?> decode(byte[] body) {
        try {
            String type = typeOf(body);
            Class<? extends Message> data = MessageTypes.all().get(type);
            if (data == null) {
                throw new UndecodableMessage("unknown type: " + type, null);
            }
            JavaType envelope = TYPES.computeIfAbsent(
                    type, t -> MAPPER.getTypeFactory().constructParametricType(CloudEvent.class, data));
            return MAPPER.readValue(body, envelope);
        } catch (IOException e) {
            throw new UndecodableMessage(reason(e), e);
        }
    }

    /** Of an envelope that is read no further than that; empty when it says none. */
    private static String typeOf(byte[] body) throws IOException {
        try (JsonParser parser = MAPPER.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("type");
                parser.nextToken();
                if (found) {
                    return parser.getValueAsString("");
                }
                parser.skipChildren();
            }
            return "";
        }
    }

    /** What kind of mistake it is and where: Jackson's own words quote values, and those may be people's. */
    private static String reason(IOException failure) {
        String kind = failure.getClass().getSimpleName();
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return kind + " at "
                    + mapping.getPath().stream()
                            .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                            .collect(Collectors.joining("."));
        }
        return failure instanceof JsonProcessingException syntax && syntax.getLocation() != null
                ? kind + " in column " + syntax.getLocation().getColumnNr()
                : kind;
    }

    /** A message that nobody can read; it goes to the dead letter queue at once. Its words quote nothing of the message. */
    public static final class UndecodableMessage extends RuntimeException {
        UndecodableMessage(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
