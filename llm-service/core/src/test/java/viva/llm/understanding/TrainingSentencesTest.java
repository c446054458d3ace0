package viva.llm.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSentencesTest {
    private static final Path ROOT = Path.of("src", "main");
    private static final int LEAST = 1_500;

    /** Sentences of one word, such as a greeting, anybody writes. */
    private static final int FEW_WORDS = 1;

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void every_intent_has_sentences_and_there_are_enough(String language) throws IOException {
        List<TrainingSentences.Labelled> sentences = TrainingSentences.of(language, ROOT);

        assertThat(sentences).hasSizeGreaterThan(LEAST);
        assertThat(sentences).extracting(TrainingSentences.Labelled::intent).contains(Intent.values());
    }

    /** Only how many, since the sentences of the test half are not to be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void no_training_sentence_is_one_of_the_labelled_sentences(String language) throws IOException {
        Set<List<String>> trained = new HashSet<>();
        for (TrainingSentences.Labelled sentence : TrainingSentences.of(language, ROOT)) {
            trained.add(NormalText.of(sentence.text()).words());
        }
        long copied = 0;
        for (HeldOut.Half half : HeldOut.Half.values()) {
            copied += HeldOut.half(language, "intents.tsv", half).stream()
                    .map(sentence -> NormalText.of(sentence.text()).words())
                    .filter(words -> words.size() > FEW_WORDS && trained.contains(words))
                    .count();
        }

        assertThat(copied).isZero();
    }

    @Test
    void a_template_yields_each_choice() {
        assertThat(TrainingSentences.filled("{Hi|Hello|Hey} you{|!}"))
                .hasSize(3)
                .allMatch(sentence -> sentence.matches("(Hi|Hello|Hey) you!?"))
                .extracting(sentence -> sentence.substring(0, 3))
                .doesNotHaveDuplicates();
        assertThat(TrainingSentences.filled("no slots")).containsExactly("no slots");
    }

    @Test
    void the_same_sentences_make_the_same_model() throws IOException {
        List<TrainingSentences.Labelled> few = List.of(
                new TrainingSentences.Labelled(Intent.GREETING, "good morning"),
                new TrainingSentences.Labelled(Intent.FAREWELL, "good night"),
                new TrainingSentences.Labelled(Intent.THANKS, "thank you"));

        assertThat(bytes(Trainer.train("same", few))).isEqualTo(bytes(Trainer.train("same", few)));
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
