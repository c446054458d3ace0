package viva.load.recall;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import viva.load.dialogue.Dialogue;
import viva.load.dialogue.Question;
import viva.load.dialogue.Turn;
import viva.load.owner.Household;
import viva.load.owner.PublicApi;
import viva.platform.servers.ServerFailure;

/** An avatar of a running world that remembers a dialogue, a memory a turn, all by the public API. */
public final class RememberedDialogue {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int UNCHANGED_LOOKS = 3;
    private static final int TURNS_BETWEEN_PROBES = 50;
    private static final int LIMIT = Score.DEPTHS.getLast();
    private static final int WARM_UP = 20;

    private final Household owner;
    private final Dialogue dialogue;
    private final String memories;
    private final Map<String, Set<String>> turnsOfMemories = new HashMap<>();

    /** Makes the avatar, which remembers nothing yet. */
    public RememberedDialogue(Household owner, Dialogue dialogue) {
        this.owner = owner;
        this.dialogue = dialogue;
        this.memories = "/api/avatars/" + owner.grow(dialogue.turns().getFirst().speaker()) + "/memories";
    }

    /**
     * Stores every turn, one after the other.
     *
     * @param progress gets how many have been stored
     */
    public void store(IntConsumer progress) {
        int stored = 0;
        for (Turn turn : dialogue.turns()) {
            String memory = id(owner.post(
                            memories,
                            Map.of(
                                    "content",
                                    turn.content(),
                                    "occurred_at",
                                    turn.at().toString()))
                    .body());
            turnsOfMemories.computeIfAbsent(memory, id -> new LinkedHashSet<>()).add(turn.id());
            progress.accept(++stored);
        }
    }

    /**
     * Waits until every memory has been embedded: until searches for some of the turns answer by meaning, and the same for a while.
     *
     * @throws ServerFailure when they do not within five minutes
     */
    public void awaitSearchable() {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        List<JsonNode> before = List.of();
        for (int unchanged = 0; unchanged < UNCHANGED_LOOKS; ) {
            PublicApi.pause(BETWEEN_LOOKS);
            List<JsonNode> now = look();
            boolean settled = now.equals(before) && now.stream().allMatch(RememberedDialogue::isByMeaning);
            unchanged = settled ? unchanged + 1 : 0;
            before = now;
            if (System.nanoTime() - deadline > 0) {
                throw new ServerFailure("In vain for five minutes: that searches in " + dialogue.name()
                        + " answer by meaning, and the same from one to the next");
            }
        }
    }

    private List<JsonNode> look() {
        List<JsonNode> answers = new ArrayList<>();
        for (int turn = 0; turn < dialogue.turns().size(); turn += TURNS_BETWEEN_PROBES) {
            answers.add(search(dialogue.turns().get(turn).text()).body());
        }
        return answers;
    }

    private static boolean isByMeaning(JsonNode answer) {
        return answer.path("by").asText().equals("meaning");
    }

    /** Asks some of the questions and forgets what came of it, so that those which count do not measure a compiler. */
    public void warmUp() {
        dialogue.questions().stream().limit(WARM_UP).forEach(question -> search(question.text()));
    }

    /** Asks a question as of the last session. */
    public Outcome ask(Question question) {
        PublicApi.Answer answer = search(question.text());
        List<Set<String>> hits = new ArrayList<>();
        answer.body().path("items").forEach(item -> hits.add(turns(item)));
        return new Outcome(
                dialogue.name(),
                question,
                hits,
                !answer.body().path("found").asBoolean(!hits.isEmpty()),
                answer.took().toNanos() / 1e6);
    }

    private PublicApi.Answer search(String text) {
        return owner.get("%s/search?q=%s&limit=%d&as_of=%s"
                .formatted(memories, URLEncoder.encode(text, StandardCharsets.UTF_8), LIMIT, dialogue.end()));
    }

    /** Of a memory that was not stored here, none. */
    private Set<String> turns(JsonNode item) {
        return turnsOfMemories.getOrDefault(item.path("id").asText(), Set.of());
    }

    private static String id(JsonNode memory) {
        String id = memory.path("id").asText();
        if (id.isEmpty()) {
            throw new ServerFailure("A stored memory has no id: " + memory);
        }
        return id;
    }
}
