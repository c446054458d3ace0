package viva.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.contracts.Emotions;
import viva.contracts.Needs;
import viva.contracts.Personality;
import viva.contracts.Reading;
import viva.contracts.StateView;

class AsyncApiTest {
    private final JsonNode components = read().path("components");

    @Test
    void the_document_names_every_message_and_no_other() {
        Map<String, String> documented = new TreeMap<>();
        components
                .path("messages")
                .forEachEntry(
                        (record, message) -> documented.put(message.path("name").asText(), record));

        Map<String, String> records = new TreeMap<>();
        MessageTypes.all().forEach((name, type) -> records.put(name, type.getSimpleName()));
        assertThat(documented).isEqualTo(records);
    }

    @Test
    void the_document_lists_the_fields_of_every_payload() {
        MessageTypes.all()
                .values()
                .forEach(type -> assertThat(fieldNames(components
                                .path("messages")
                                .path(type.getSimpleName())
                                .path("payload")))
                        .as(type.getSimpleName())
                        .isEqualTo(componentNames(type)));
    }

    @Test
    void the_document_lists_the_fields_of_every_shared_value() {
        List.of(
                        AvatarProfile.class,
                        Personality.class,
                        Needs.class,
                        Emotions.class,
                        StateView.class,
                        ConversationOutcome.class,
                        SpeakV1.Partner.class,
                        SpeakV1.News.class,
                        SpeakV1.Line.class,
                        SpeakV1.Context.class,
                        SpeakV1.Cue.class,
                        SpeakV1.Memory.class,
                        Reading.class)
                .forEach(
                        type -> assertThat(fieldNames(components.path("schemas").path(type.getSimpleName())))
                                .as(type.getSimpleName())
                                .isEqualTo(componentNames(type)));
    }

    private static List<String> fieldNames(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> componentNames(Class<?> type) {
        var snakeCase = new PropertyNamingStrategies.SnakeCaseStrategy();
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(snakeCase::translate)
                .toList();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(new File("../docs/events/asyncapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException("docs/events/asyncapi.yaml cannot be read", e);
        }
    }
}
