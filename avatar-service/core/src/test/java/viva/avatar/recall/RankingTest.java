package viva.avatar.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.avatar.memory.MemoryKind;
import viva.avatar.memory.NormalText;
import viva.avatar.memory.RetentionCurve;
import viva.contracts.Audience;
import viva.contracts.WorldTime;

class RankingTest {
    private static final Instant NOW = Instant.parse("2023-10-18T15:00:00Z");
    private static final Moment ASKED = new Moment(NOW, new WorldTime(0));
    private static final Set<String> FUNCTION_WORDS =
            Set.of("the", "a", "is", "what", "did", "in", "of", "my", "i", "s");
    private static final CosineScale SCALE = new CosineScale(.7, .9);
    private static final Weights WEIGHTS =
            new Weights(1, .05, .05, 1, .6, .3, .7, new Bm25(1.2, .75), RetentionCurve.EXPONENTIAL);

    private final Ranking ranking = new Ranking(WEIGHTS);

    @Test
    void rare_words_find_their_memory_without_any_vector() {
        List<Remembered> memories = List.of(
                line(1, "Ana: The weather is fine", "2023-01-01T10:00:00Z", null),
                line(2, "Ben: My dog Bruno ate the cake", "2023-02-01T10:00:00Z", null),
                line(3, "Ana: The cake was fine", "2023-03-01T10:00:00Z", null));

        List<Hit> hits = ranking.best(memories, question("What did Bruno eat", memories), null, ASKED, _ -> true, 10);

        assertThat(hits).hasSize(3);
        assertThat(hits.getFirst().memory().arrival()).isEqualTo(2);
        assertThat(hits).allSatisfy(hit -> {
            assertThat(hit.score()).isBetween(0.0, 1.0);
            assertThat(hit.relevance()).isBetween(0.0, 1.0);
            assertThat(hit.lexical()).isBetween(0.0, 1.0);
            assertThat(hit.semantic()).isNaN();
        });
    }

    @Test
    void a_memory_without_words_in_common_still_gets_its_real_cosine() {
        List<Remembered> memories = List.of(
                line(1, "Ana: The weather is fine", "2023-01-01T10:00:00Z", new float[] {0, 1}),
                line(2, "Ben: A puppy lives here", "2023-02-01T10:00:00Z", new float[] {1, 0}));
        Ranking.Meaning meaning = meaning("m");

        List<Hit> hits = ranking.best(memories, question("dog", memories), meaning, ASKED, _ -> true, 10);

        assertThat(hits.getFirst().memory().arrival()).isEqualTo(2);
        assertThat(hits.getFirst().semantic()).isCloseTo(1, within(1e-3));
        assertThat(hits.getLast().semantic()).isZero();
    }

    @Test
    void what_has_no_vector_of_the_model_is_ranked_by_words() {
        List<Remembered> memories =
                List.of(line(1, "Ana: The weather is fine", "2023-01-01T10:00:00Z", new float[] {1, 0}));
        Ranking.Meaning other = meaning("other");

        assertThat(ranking.best(memories, question("dog", memories), other, ASKED, _ -> true, 1))
                .singleElement()
                .satisfies(hit -> assertThat(hit.semantic()).isNaN());
    }

    @Test
    void lines_by_whom_the_question_names_and_of_its_days_come_first() {
        List<Remembered> memories = List.of(
                line(1, "Ana: I planted roses", "2023-05-03T10:00:00Z", null),
                line(2, "Ben: I planted roses", "2023-05-03T20:00:00Z", null),
                line(3, "Ben: I planted roses", "2023-07-03T10:00:00Z", null));

        List<Hit> hits =
                ranking.best(memories, question("What did Ben plant in May", memories), null, ASKED, _ -> true, 10);

        assertThat(hits).extracting(hit -> hit.memory().arrival()).containsExactly(2L, 1L, 3L);
    }

    @Test
    void a_turn_answers_what_was_asked_in_the_two_turns_before_it() {
        List<Remembered> memories = List.of(
                line(1, "Ana: Which instrument do you play", "2023-05-03T10:00:00Z", null),
                line(2, "Ben: The cello since school", "2023-05-03T10:01:00Z", null),
                line(3, "Ben: Sunny weather today", "2023-05-05T10:00:00Z", null));

        List<Hit> hits = ranking.best(memories, question("instrument", memories), null, ASKED, _ -> true, 10);

        assertThat(hits.get(1).memory().arrival()).isEqualTo(2);
        assertThat(hits.get(1).lexical()).isPositive();
        assertThat(hits.get(2).lexical()).isZero();
    }

    @Test
    void a_turn_is_a_little_nearer_when_the_turn_before_it_is_near() {
        List<Remembered> memories = List.of(
                line(1, "Ana: Which instrument do you play", "2023-05-03T10:00:00Z", new float[] {1, 0}),
                line(2, "Ben: Since school", "2023-05-03T10:01:00Z", new float[] {0, 1}),
                line(3, "Ben: Sunny weather today", "2023-05-05T10:00:00Z", new float[] {0, 1}));
        Ranking.Meaning meaning = meaning("m");

        List<Hit> hits = ranking.best(memories, question("dog", memories), meaning, ASKED, _ -> true, 10);

        assertThat(hits).extracting(hit -> hit.memory().arrival()).containsExactly(1L, 2L, 3L);
        assertThat(hits.get(1).semantic()).isCloseTo(.1 / 1.1, within(1e-3));
        assertThat(new Ranking(WEIGHTS, Neighbours.NONE)
                        .best(memories, question("dog", memories), meaning, ASKED, _ -> true, 10))
                .last()
                .satisfies(hit -> assertThat(hit.semantic()).isZero());
    }

    @Test
    void words_decide_where_the_model_has_not_learned_the_language() {
        List<Remembered> memories = List.of(
                line(1, "Ana: O tempo", "2023-01-01T10:00:00Z", new float[] {1, 0}),
                line(2, "Ben: Meu cachorro", "2023-02-01T10:00:00Z", new float[] {0, 1}));
        Ranking.Meaning learned = meaning("m");
        Ranking.Meaning elsewhere = new Ranking.Meaning(learned.cosine(), SCALE, .1);
        Question question = question("cachorro", memories);

        assertThat(ranking.best(memories, question, learned, ASKED, _ -> true, 1))
                .singleElement()
                .satisfies(hit -> assertThat(hit.memory().arrival()).isEqualTo(1));
        assertThat(ranking.best(memories, question, elsewhere, ASKED, _ -> true, 1))
                .singleElement()
                .satisfies(hit -> assertThat(hit.memory().arrival()).isEqualTo(2));
    }

    @Test
    void names_of_participants_are_taken_out_of_the_question_and_no_other_names() {
        Question question = question(
                "What is Ana's dog Bruno called?", List.of(line(1, "Ana: Hello", "2023-05-03T10:00:00Z", null)));

        assertThat(question.embedded()).isEqualTo("What is dog Bruno called?");
        assertThat(question.speakers()).containsExactly("ana");
    }

    @Test
    void a_question_of_a_name_alone_keeps_it() {
        assertThat(question("Ana?", List.of(line(1, "Ana: Hello", "2023-05-03T10:00:00Z", null)))
                        .embedded())
                .isEqualTo("Ana?");
    }

    @Test
    void rounding_a_vector_changes_a_cosine_by_little() {
        float[] one = unit(384, 7);
        float[] other = unit(384, 11);
        double exact = 0;
        for (int i = 0; i < one.length; i++) {
            exact += one[i] * other[i];
        }

        Vector read = Vector.read(Vector.of(one).bytes());

        assertThat(read.width()).isEqualTo(384);
        assertThat(read.cosine(Vector.of(other))).isCloseTo(exact, within(.004));
        assertThat(read.cosine(read)).isCloseTo(1, within(.01));
    }

    private static float[] unit(int width, int step) {
        float[] vector = new float[width];
        double length = 0;
        for (int i = 0; i < width; i++) {
            vector[i] = (float) Math.sin(1 + i * step * .37);
            length += vector[i] * vector[i];
        }
        for (int i = 0; i < width; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    private static Ranking.Meaning meaning(String model) {
        Vector question = Vector.of(new float[] {1, 0});
        return new Ranking.Meaning(
                memory -> model.equals(memory.model()) ? memory.vector().cosine(question) : Double.NaN, SCALE);
    }

    private static Question question(String text, List<Remembered> memories) {
        List<String> speakers =
                memories.stream().map(Remembered::speaker).distinct().toList();
        return Question.of(text, speakers, ASKED, RankingTest::terms);
    }

    private static Remembered line(long arrival, String content, String at, float[] vector) {
        return new Remembered(
                new UUID(0, arrival),
                arrival,
                MemoryKind.INTERACTION,
                Ageing.REAL,
                new Moment(Instant.parse(at), new WorldTime(0)),
                null,
                .5,
                0,
                false,
                null,
                Audience.OWNER,
                List.of(),
                NormalText.of(NormalText.speaker(content)),
                terms(content),
                vector == null ? null : "m",
                vector == null ? null : Vector.of(vector));
    }

    private static Terms terms(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(NormalText.of(text).split(" ")));
        words.removeAll(FUNCTION_WORDS);
        return Terms.of(
                words.stream().map(word -> word.replaceAll("(ed|s)$", "")).toList());
    }
}
