package viva.gateway.phoenix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/**
 * Text frames: a JSON array of exactly five elements. Written without spaces and in this order, because some clients take frames
 * apart at the commas.
 */
final class TextFrames {
    static final int MAX_REF = 64;
    static final int MAX_TOPIC = 128;
    static final int MAX_EVENT = 64;
    private static final int MAX_DEPTH = 16;
    private static final int ELEMENTS = 5;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TextFrames() {}

    static Frame read(String text) throws MalformedFrame {
        JsonNode frame = tree(text);
        if (!frame.isArray() || frame.size() != ELEMENTS) {
            throw new MalformedFrame("a frame is an array of five elements");
        }
        if (!(frame.get(4) instanceof ObjectNode payload)) {
            throw new MalformedFrame("the payload must be an object");
        }
        return Frame.json(
                ref("join_ref", frame.get(0)),
                ref("ref", frame.get(1)),
                name("topic", frame.get(2), MAX_TOPIC),
                name("event", frame.get(3), MAX_EVENT),
                payload);
    }

    private static JsonNode tree(String text) throws MalformedFrame {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedFrame("not JSON");
        }
    }

    private static String ref(String name, JsonNode node) throws MalformedFrame {
        if (node.isNull()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().length() > MAX_REF) {
            throw new MalformedFrame(name + " must be null or a string of at most " + MAX_REF + " characters");
        }
        return node.textValue();
    }

    private static String name(String name, JsonNode node, int longest) throws MalformedFrame {
        if (!node.isTextual() || node.textValue().isEmpty() || node.textValue().length() > longest) {
            throw new MalformedFrame(name + " must be a string of 1 to " + longest + " characters");
        }
        return node.textValue();
    }

    /** A frame with a JSON payload as text. */
    static String write(String joinRef, String ref, String topic, String event, ObjectNode payload) {
        ArrayNode frame = JsonNodeFactory.instance.arrayNode(ELEMENTS);
        frame.add(joinRef).add(ref).add(topic).add(event).add(payload);
        try {
            return MAPPER.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a frame", e);
        }
    }
}
