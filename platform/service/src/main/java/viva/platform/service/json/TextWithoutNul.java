package viva.platform.service.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Reads texts and refuses the character NUL in them: PostgreSQL cannot store it, so it would fail long after the body was taken. */
final class TextWithoutNul extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    TextWithoutNul() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw context.weirdStringException(text, String.class, "contains NUL");
        }
        return text;
    }
}
