package viva.load.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads one sample; whatever is wrong with it is gathered, each time with its place. */
final class DialogueReader {
    private static final Pattern SESSION = Pattern.compile("session_(\\d+)");

    private final String place;
    private final List<String> faults;
    private final List<Turn> turns = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /**
     * A reader for one sample.
     *
     * @param place how messages call it
     * @param faults gets what is wrong
     */
    DialogueReader(String place, List<String> faults) {
        this.place = place;
        this.faults = faults;
    }

    /** The dialogue, which is whole only when no fault was found. */
    Dialogue read(JsonNode sample, String name) {
        JsonNode conversation = sample.path("conversation");
        sessions(conversation).forEach((number, session) -> readSession(conversation, number, session));
        if (turns.isEmpty()) {
            fault("conversation", "has no turns in session_1, session_2 …");
        }
        JsonNode asked = sample.path("qa");
        for (int i = 0; i < asked.size(); i++) {
            readQuestion("qa[" + i + "]", asked.get(i));
        }
        if (asked.isEmpty()) {
            fault("qa", "has no questions");
        }
        return new Dialogue(sample.path("sample_id").asText(name), turns, questions, unknown);
    }

    private SortedMap<Integer, JsonNode> sessions(JsonNode conversation) {
        SortedMap<Integer, JsonNode> sessions = new TreeMap<>();
        conversation.properties().forEach(field -> {
            Matcher session = SESSION.matcher(field.getKey());
            if (session.matches()) {
                sessions.put(Integer.valueOf(session.group(1)), field.getValue());
            }
        });
        return sessions;
    }

    private void readSession(JsonNode conversation, int number, JsonNode session) {
        String where = "conversation.session_" + number;
        if (!session.isArray()) {
            fault(where, "is no list of turns");
            return;
        }
        if (session.isEmpty()) {
            return;
        }
        String date = conversation.path("session_" + number + "_date_time").asText("");
        Optional<Instant> at = SessionTime.of(date);
        if (at.isEmpty()) {
            fault(where + "_date_time", "is neither like \"1:56 pm on 8 May, 2023\" nor ISO 8601: \"" + date + "\"");
        }
        for (int i = 0; i < session.size(); i++) {
            readTurn(where + "[" + i + "]", session.get(i), at.orElse(Instant.EPOCH));
        }
    }

    private void readTurn(String where, JsonNode turn, Instant at) {
        String id = text(where, turn, "dia_id");
        String speaker = text(where, turn, "speaker");
        if (!turn.path("text").isTextual()) {
            fault(where + ".text", "is missing");
        }
        if (!id.isEmpty() && !ids.add(id)) {
            fault(where + ".dia_id", "was there before: " + id);
        }
        String text = turn.path("text").asText("").strip();
        if (!text.isEmpty()) {
            turns.add(new Turn(id, speaker, text, at));
        }
    }

    private void readQuestion(String where, JsonNode asked) {
        String text = text(where, asked, "question");
        String category = Category.of(asked.path("category"));
        Evidence evidence = Evidence.of(texts(asked.path("evidence")), ids);
        evidence.unknown().forEach(id -> unknown.add(id + " of \"" + text + "\""));
        boolean answerable = !Category.isUnanswerable(category)
                && (asked.has("answer") || !asked.path("evidence").isEmpty());
        questions.add(new Question(text, evidence.ids(), category, answerable, half(where, asked.path("split"))));
    }

    private Optional<Half> half(String where, JsonNode split) {
        if (split.isMissingNode()) {
            return Optional.empty();
        }
        Optional<Half> half = Arrays.stream(Half.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(split.asText()))
                .findFirst();
        if (half.isEmpty()) {
            fault(where + ".split", "is neither \"tuning\" nor \"test\": " + split);
        }
        return half;
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isTextual()
                ? List.of(oneOrMore.asText())
                : StreamSupport.stream(oneOrMore.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }

    private String text(String where, JsonNode parent, String name) {
        String text = parent.path(name).asText("").strip();
        if (text.isEmpty()) {
            fault(where + "." + name, "is missing");
        }
        return text;
    }

    private void fault(String where, String what) {
        faults.add(place + where + " " + what);
    }
}
