package viva.llm.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.llm.phrasebook.Language;

/** From what was told to a memory, and from the memory to the answer: nineteen of twenty facts come back without the lines. */
class RememberedFactsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    @ParameterizedTest
    @CsvSource({"ENGLISH,en", "PORTUGUESE,pt"})
    void what_was_told_comes_back_from_memories_alone(Language language, String tag) {
        OwnerFacts facts = new OwnerFacts(language);
        Recall recall = new Recall(language);
        List<String> wrong = new ArrayList<>();
        int told = 0;
        for (ToldAndAsked each : ToldAndAsked.read(tag)) {
            if (each.expected().equals("-")) {
                continue;
            }
            told++;
            List<String> memories = new ArrayList<>();
            for (String line : each.told()) {
                facts.of(line, TODAY)
                        .forEach(fact -> memories.add(
                                MemoryText.said(MemoryText.of(fact, language)).orElseThrow()));
            }
            Optional<Recalled> answer = recall.answer(each.question(), memories, text -> true, true);
            if (answer.isEmpty() || !each.isAnswered(answer.get())) {
                wrong.add(each + " -> " + memories + answer);
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).hasSizeLessThanOrEqualTo(told / 20);
    }
}
