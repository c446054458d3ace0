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
import java.util.function.Predicate;
import viva.load.dialogue.Dialogue;
import viva.load.dialogue.Question;
import viva.load.dialogue.Turn;
import viva.load.owner.Household;
import viva.load.owner.PublicApi;
import viva.platform.servers.ServerFailure;

/** An avatar of a running world that remembers a dialogue, a memory a turn, all by the public API. */
public final class RememberedDialogue {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
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
     * Waits until the last turn is found by what it means.
     *
     * @throws ServerFailure when it is not within five minutes
     */
    public void awaitSearchable() {
        Turn last = dialogue.turns().getLast();
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!found(last)) {
            if (System.nanoTime() - deadline > 0) {
                throw new ServerFailure("In vain for five minutes: finding what was said last, in " + dialogue.name());
            }
            PublicApi.pause(BETWEEN_LOOKS);
        }
    }

    private boolean found(Turn turn) {
        Predicate<JsonNode> isTurn = item -> turns(item).contains(turn.id());
        for (JsonNode item : search(turn.text()).body().path("items")) {
            if (isTurn.test(item) && item.path("semantic").isNumber()) {
                return true;
            }
        }
        return false;
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
                hits.isEmpty() || answer.body().path("nothing_found").asBoolean(false),
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
