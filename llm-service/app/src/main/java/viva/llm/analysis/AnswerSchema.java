package viva.llm.analysis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import viva.platform.service.problem.Rejected;

/** The shape that an answer must have. Pure: it fetches nothing. */
final class AnswerSchema {
    private static final int MOST_CHARS = 16_000;
    private static final int MOST_FAULTS = 5;
    private static final int MOST_DEPTH = 32;
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");
    private static final Set<String> NAMES = Set.of("$schema", "$id");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
            .build());

    private final JsonSchema schema;
    private final String text;

    /** What became of an answer. */
    sealed interface Read {
        record Fits(JsonNode result) implements Read {}

        /** What is wrong with it, for the model; it repeats nothing of the answer. */
        record Unfit(String faults) implements Read {}
    }

    /** @throws Rejected when it is no schema, too long, or refers to other documents */
    AnswerSchema(ObjectNode document) {
        text = document.toString();
        if (text.length() > MOST_CHARS) {
            throw Rejected.invalid("schema", "must have at most " + MOST_CHARS + " characters");
        }
        requireSelfContained(document, 0);
        try {
            JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            JsonSchema meta = factory.getSchema(SchemaLocation.of(SchemaId.V202012));
            if (!meta.validate(document).isEmpty()) {
                throw Rejected.invalid("schema", "must be a JSON schema (2020-12)");
            }
            schema = factory.getSchema(document);
            schema.initializeValidators();
        } catch (JsonSchemaException broken) {
            throw Rejected.invalid("schema", "must be a JSON schema (2020-12)");
        }
    }

    private static void requireSelfContained(JsonNode node, int depth) {
        if (depth > MOST_DEPTH) {
            throw Rejected.invalid("schema", "must be at most " + MOST_DEPTH + " levels deep");
        }
        for (var field : node.properties()) {
            boolean leaves = REFERENCES.contains(field.getKey())
                    && !field.getValue().asText().startsWith("#");
            if (leaves || (NAMES.contains(field.getKey()) && field.getValue().isTextual())) {
                throw Rejected.invalid("schema", "must not refer to other documents: " + field.getKey());
            }
        }
        node.forEach(child -> requireSelfContained(child, depth + 1));
    }

    String text() {
        return text;
    }

    /** Reads an answer: the first JSON document in it, whatever the model wrote around it. */
    Read read(String answer) {
        int start = firstOf(answer);
        if (start < 0) {
            return new Read.Unfit("there is no JSON in it");
        }
        try (JsonParser parser = JSON.createParser(answer.substring(start))) {
            JsonNode result = JSON.readTree(parser);
            Set<ValidationMessage> faults = schema.validate(result);
            return faults.isEmpty() ? new Read.Fits(result) : new Read.Unfit(told(faults));
        } catch (JsonProcessingException broken) {
            return new Read.Unfit("the JSON is broken, or was cut");
        } catch (IOException impossible) {
            throw new IllegalStateException("text was read", impossible);
        }
    }

    private static int firstOf(String answer) {
        int object = answer.indexOf('{');
        int array = answer.indexOf('[');
        return object < 0 || (array >= 0 && array < object) ? array : object;
    }

    private static String told(Set<ValidationMessage> faults) {
        List<String> where = faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> fault.getInstanceLocation() + " breaks \"" + fault.getType() + "\"")
                .toList();
        return String.join("; ", where);
    }
}
