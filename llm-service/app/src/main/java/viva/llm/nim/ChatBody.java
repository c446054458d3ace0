package viva.llm.nim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/** The document of a chat request. It holds words and numbers of generation alone: no id, no account, no {@code user}. */
final class ChatBody {
    private static final double TOP_P = .95;
    /** The name that {@code json_schema} must have; it has no effect. */
    private static final String SCHEMA_NAME = "answer";

    private ChatBody() {}

    /** The fields that this model may refuse and that would be sent. */
    static Set<OptionalField> optional(ChatOrder order, String model, Set<OptionalField> refused) {
        Set<OptionalField> sent = EnumSet.of(OptionalField.TEMPERATURE, OptionalField.TOP_P);
        if (order.stream()) {
            sent.add(OptionalField.STREAM_OPTIONS);
        }
        if (order.schema() != null) {
            sent.add(OptionalField.RESPONSE_FORMAT);
        }
        switch (Thinking.of(model)) {
            case TEMPLATE -> sent.add(OptionalField.CHAT_TEMPLATE_KWARGS);
            case LOW_EFFORT -> sent.add(OptionalField.REASONING_EFFORT);
            case NO_THINK, DETAILED_OFF, NONE -> {}
        }
        sent.removeAll(refused);
        return sent;
    }

    static ObjectNode of(ChatOrder order, String model, Set<OptionalField> optional) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model);
        Thinking thinking = Thinking.of(model);
        ArrayNode messages = body.putArray("messages");
        for (ChatMessage message : order.messages()) {
            boolean isSystem = message.role() == ChatMessage.Role.SYSTEM;
            messages.addObject()
                    .put("role", message.role().label())
                    .put("content", isSystem ? thinking.inSystem(message.content()) : message.content());
        }
        body.put("max_tokens", order.mostTokens());
        body.put("stream", order.stream());
        optional.forEach(field -> add(field, order, body));
        return body;
    }

    private static void add(OptionalField field, ChatOrder order, ObjectNode body) {
        switch (field) {
            case STREAM_OPTIONS -> body.putObject(field.field()).put("include_usage", true);
            case CHAT_TEMPLATE_KWARGS -> body.putObject(field.field()).put("enable_thinking", false);
            case REASONING_EFFORT -> body.put(field.field(), "low");
            case TEMPERATURE -> body.put(field.field(), order.temperature());
            case TOP_P -> body.put(field.field(), TOP_P);
            case RESPONSE_FORMAT ->
                body.putObject(field.field())
                        .put("type", "json_schema")
                        .putObject("json_schema")
                        .put("name", SCHEMA_NAME)
                        .set("schema", order.schema());
            case INPUT_TYPE, TRUNCATE -> {}
        }
    }
}
