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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarProfile;
import viva.contracts.CarriedMind;
import viva.contracts.ConversationOutcome;
import viva.contracts.Emotions;
import viva.contracts.FactSlot;
import viva.contracts.Json;
import viva.contracts.Needs;
import viva.contracts.Personality;
import viva.contracts.Reading;
import viva.contracts.StateView;

class AsyncApiTest {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private static final List<Class<?>> SHARED = List.of(
            AvatarProfile.class,
            CarriedMind.class,
            Personality.class,
            Needs.class,
            Emotions.class,
            FactSlot.class,
            StateView.class,
            ConversationOutcome.class,
            SpeakV1.Partner.class,
            SpeakV1.News.class,
            SpeakV1.Line.class,
            SpeakV1.Context.class,
            SpeakV1.Cue.class,
            SpeakV1.Memory.class,
            SpeakV1.Forgetting.class,
            Reading.class);

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
        SHARED.forEach(type -> assertThat(fieldNames(components.path("schemas").path(type.getSimpleName())))
                .as(type.getSimpleName())
                .isEqualTo(componentNames(type)));
    }

    @Test
    void the_document_lists_every_value_that_a_field_can_have() {
        MessageTypes.all()
                .values()
                .forEach(type -> assertValuesAreListed(
                        type,
                        components.path("messages").path(type.getSimpleName()).path("payload")));
        SHARED.forEach(
                type -> assertValuesAreListed(type, components.path("schemas").path(type.getSimpleName())));
    }

    @Test
    void the_document_states_the_limits_of_texts_and_lists() {
        assertThat(field(OwnerMessageV1.class, "content").path("maxLength").asInt())
                .isEqualTo(OwnerMessageV1.MOST_CHARS);
        assertThat(field(WordsV1.class, "content").path("maxLength").asInt()).isEqualTo(WordsV1.MOST_CHARS);
        assertThat(field(ConversationMessageV1.class, "content")
                        .path("maxLength")
                        .asInt())
                .isEqualTo(WordsV1.MOST_CHARS);
        assertThat(field(RememberV1.class, "content").path("maxLength").asInt()).isEqualTo(RememberV1.MOST_CHARS);
        assertThat(field(RememberV1.class, "gist").path("maxLength").asInt()).isEqualTo(RememberV1.MOST_GIST_CHARS);
        assertThat(field(RememberV1.class, "sources").path("maxItems").asInt()).isEqualTo(RememberV1.MOST_SOURCES);
        assertThat(field(RecalledV1.class, "memory_ids").path("maxItems").asInt())
                .isEqualTo(RecalledV1.MOST_MEMORIES);
        assertThat(field(ForgetAboutV1.class, "about").path("maxLength").asInt())
                .isEqualTo(ForgetAboutV1.MOST_CHARS);
        assertThat(shared("FactSlot", "name").path("maxLength").asInt()).isEqualTo(FactSlot.MOST_NAME_CHARS);
        assertThat(shared("FactSlot", "value").path("maxLength").asInt()).isEqualTo(FactSlot.MOST_VALUE_CHARS);
        assertThat(field(SpeakV1.class, "said").path("maxLength").asInt()).isEqualTo(SpeakV1.MOST_CHARS);
        assertThat(field(SpeakV1.class, "recent").path("maxItems").asInt()).isEqualTo(SpeakV1.MOST_LINES);
        assertThat(field(SpeakV1.class, "news").path("maxItems").asInt()).isEqualTo(SpeakV1.MOST_NEWS);
        assertThat(field(ConversationBegunV1.class, "acts").path("maxItems").asInt())
                .isEqualTo(ConversationBegunV1.MOST_ACTS);
        assertThat(shared("Line", "content").path("maxLength").asInt()).isEqualTo(SpeakV1.MOST_CHARS);
        assertThat(shared("Memory", "content").path("maxLength").asInt()).isEqualTo(SpeakV1.MOST_CHARS);
        assertThat(shared("Context", "said_before").path("maxItems").asInt()).isEqualTo(SpeakV1.Context.MOST_HASHES);
        assertThat(shared("Context", "memories").path("maxItems").asInt()).isEqualTo(SpeakV1.Context.MOST_MEMORIES);
    }

    private JsonNode field(Class<?> message, String name) {
        return components
                .path("messages")
                .path(message.getSimpleName())
                .path("payload")
                .path("properties")
                .path(name);
    }

    private JsonNode shared(String schema, String name) {
        return components.path("schemas").path(schema).path("properties").path(name);
    }

    private void assertValuesAreListed(Class<?> type, JsonNode schema) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isEnum()) {
                JsonNode field = schema.path("properties").path(SNAKE_CASE.translate(component.getName()));
                assertThat(listed(field))
                        .as(type.getSimpleName() + "." + component.getName())
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(
                                        component.getType().getEnumConstants())
                                .map(value -> Json.mapper().valueToTree(value).asText())
                                .toList());
            }
        }
    }

    /** The values of an enumeration, here or where it is described. */
    private Set<String> listed(JsonNode field) {
        if (field.has("$ref")) {
            String path = field.path("$ref").asText();
            return listed(components.path("schemas").path(path.substring(path.lastIndexOf('/') + 1)));
        }
        Set<String> values = new TreeSet<>();
        field.path("oneOf").forEach(option -> values.addAll(listed(option)));
        field.path("enum").forEach(value -> {
            if (!value.isNull()) {
                values.add(value.asText());
            }
        });
        return values;
    }

    private static List<String> fieldNames(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> componentNames(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(SNAKE_CASE::translate)
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
