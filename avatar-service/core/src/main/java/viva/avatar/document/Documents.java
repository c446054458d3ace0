package viva.avatar.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;

/** Reads the text of a document. */
public final class Documents {
    private static final int MOST_DEPTH = 64;

    /** A picture as Base64 is the longest text that a document may have. */
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
    }

    private Documents() {}

    /**
     * The object that UTF-8 bytes are.
     *
     * @param place what a rejection names when they are none
     */
    public static Checked<ObjectNode> object(String place, byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            JsonNode read = MAPPER.readTree(marked ? text.substring(1) : text);
            return read instanceof ObjectNode object
                    ? new Checked.Accepted<>(object)
                    : refused(new Rejection.WrongType(place, "a JSON object", Fields.kind(read)));
        } catch (CharacterCodingException e) {
            return refused(new Rejection.Unreadable(place, "is not UTF-8"));
        } catch (JsonProcessingException e) {
            return refused(new Rejection.Unreadable(place, "is not well-formed JSON" + where(e.getLocation())));
        }
    }

    private static String where(JsonLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static Checked<ObjectNode> refused(Rejection rejection) {
        return new Checked.Refused<>(List.of(rejection));
    }
}
