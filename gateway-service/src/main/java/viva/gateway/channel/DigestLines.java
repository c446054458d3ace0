package viva.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a digest. News that read the same are one line: the latest of them, with how often it happened. */
final class DigestLines {
    /** What tells apart events that read the same: which one it was, when it was, and by how much. */
    private static final Set<String> NOT_READ = Set.of(
            "event_id",
            "at",
            "world_time",
            "message_id",
            "conversation_id",
            "in_reply_to",
            "memory_id",
            "mood",
            "emotions",
            "tone",
            "voice",
            "voiced",
            "importance",
            "score",
            "familiarity",
            "trust",
            "affection",
            "attraction");

    /** Others are read by their names, and by their ids where no name is known. */
    private static final Map<String, String> NAMES = Map.of("with_name", "with", "avatar_name", "avatar_id");

    /** The understanding, in [0, 1], from which on pages say that two understood each other well, and below which they say the contrary. */
    private static final double WELL = 0.6;

    private static final double PAST_EACH_OTHER = 0.3;

    private DigestLines() {}

    /**
     * The latest lines, oldest first.
     *
     * @param news oldest first
     * @param most lines at most
     */
    static ArrayNode of(List<Told> news, int most) {
        Map<ObjectNode, ObjectNode> lines = new LinkedHashMap<>();
        for (Told told : news) {
            ObjectNode sentence = sentence(told);
            ObjectNode before = lines.remove(sentence);
            int count = before == null ? 1 : before.path("count").intValue() + 1;
            lines.put(sentence, told.asDigestLine().put("count", count));
        }
        ArrayNode latest = JsonNodeFactory.instance.arrayNode();
        lines.values().stream().skip(Math.max(0, lines.size() - most)).forEach(latest::add);
        return latest;
    }

    /** What a reader makes of it. */
    private static ObjectNode sentence(Told told) {
        ObjectNode sentence = told.asDigestLine();
        sentence.remove(NOT_READ);
        NAMES.forEach((name, id) -> {
            if (sentence.hasNonNull(name)) {
                sentence.remove(id);
            }
        });
        JsonNode outcome = sentence.remove("outcome");
        if (outcome != null && outcome.isObject()) {
            sentence.put("outcome", outcome.path("turning_point").asText("") + understanding(outcome));
        }
        return sentence;
    }

    private static String understanding(JsonNode outcome) {
        double mutual = outcome.path("mutual_understanding").doubleValue();
        if (mutual >= WELL) {
            return " well";
        }
        return mutual < PAST_EACH_OTHER ? " past each other" : "";
    }
}
