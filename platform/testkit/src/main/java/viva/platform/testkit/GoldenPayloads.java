package viva.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Payloads as a service really says them, one in each file of {@code viva/golden}; fields that differ from one time to the next are masked. A test
 * of the service that says it compares, and tests of the services that hear it say it again: so no fake says what the real service never does.
 */
public final class GoldenPayloads {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenPayloads() {}

    /** The payload in the file {@code name}, masked. */
    public static ObjectNode golden(String name) {
        String file = "/viva/golden/" + name + ".json";
        try (InputStream in = GoldenPayloads.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code said} as a file would hold it: with those fields masked that the file of this name has masked. */
    public static ObjectNode asIn(String name, JsonNode said) {
        ObjectNode masked = said.deepCopy();
        maskedFields(golden(name)).forEach(field -> {
            if (masked.hasNonNull(field)) {
                masked.put(field, mask(field));
            }
        });
        return masked;
    }

    /** The payload in the file {@code name} with these values in the masked fields: all of them, and no others. */
    public static ObjectNode again(String name, Map<String, ?> values) {
        ObjectNode said = golden(name);
        assertThat(values.keySet()).as("masked in " + name).containsExactlyInAnyOrderElementsOf(maskedFields(said));
        values.forEach((field, value) -> said.set(field, JSON.valueToTree(value)));
        return said;
    }

    private static Set<String> maskedFields(ObjectNode payload) {
        Set<String> fields = new TreeSet<>();
        payload.properties().forEach(field -> {
            if (field.getValue().asText().equals(mask(field.getKey()))) {
                fields.add(field.getKey());
            }
        });
        return fields;
    }

    private static String mask(String field) {
        return "{" + field + "}";
    }
}
