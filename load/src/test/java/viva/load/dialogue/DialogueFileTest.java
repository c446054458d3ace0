package viva.load.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viva.platform.servers.ServerFailure;

class DialogueFileTest {
    private static final String SAMPLE = """
            {"sample_id": "conv-1",
             "conversation": {
               "speaker_a": "Ana", "speaker_b": "Bo",
               "session_10_date_time": "12:09 am on 13 September, 2023",
               "session_10": [{"speaker": "Bo", "dia_id": "D10:1", "text": "Found it!"}],
               "session_2_date_time": "1:56 pm on 8 May, 2023",
               "session_2": [
                 {"speaker": "Ana", "dia_id": "D2:1", "text": "I lost my key.", "img_url": ["http://x"], "blip_caption": "a key"},
                 {"speaker": "Bo", "dia_id": "D2:2", "text": "Where?"}],
               "session_11_date_time": "1:56 pm on 8 May, 2024"},
             "observation": {}, "event_summary": {}, "session_summary": {},
             "qa": [
               {"question": "What was lost?", "answer": "a key", "evidence": ["D2:1"], "category": 4},
               {"question": "When?", "answer": 2023, "evidence": ["D2:01; D:10:1", "D", "D7:7"], "category": 2, "split": "test"},
               {"question": "What did Ana eat?", "adversarial_answer": "a key", "evidence": ["D2:2"], "category": 5},
               {"question": "Why?", "evidence": [], "category": "open"}]}""";

    @TempDir
    private Path folder;

    @Test
    void turns_come_by_the_number_of_their_session_with_its_time() throws IOException {
        Dialogue dialogue = one("[" + SAMPLE + "]");

        assertThat(dialogue.name()).isEqualTo("conv-1");
        assertThat(dialogue.turns())
                .containsExactly(
                        new Turn("D2:1", "Ana", "I lost my key.", Instant.parse("2023-05-08T13:56:00Z")),
                        new Turn("D2:2", "Bo", "Where?", Instant.parse("2023-05-08T13:56:00Z")),
                        new Turn("D10:1", "Bo", "Found it!", Instant.parse("2023-09-13T00:09:00Z")));
        assertThat(dialogue.end()).isEqualTo("2023-09-13T00:09:00Z");
        assertThat(dialogue.turns().getFirst().content()).isEqualTo("Ana: I lost my key.");
    }

    @Test
    void evidence_is_read_however_it_is_written_and_what_is_no_turn_is_told() throws IOException {
        List<Question> questions = one(SAMPLE).questions();

        assertThat(questions.get(0).evidence()).containsExactly("D2:1");
        assertThat(questions.get(0).category()).isEqualTo("one hop");
        assertThat(questions.get(0).half()).isEmpty();
        assertThat(questions.get(1).evidence()).containsExactlyInAnyOrder("D2:1", "D10:1");
        assertThat(questions.get(1).half()).isEqualTo(Optional.of(Half.TEST));
        assertThat(one(SAMPLE).unknown()).containsExactly("D of \"When?\"", "D7:7 of \"When?\"");
    }

    @Test
    void a_question_without_an_answer_has_nothing_to_be_found() throws IOException {
        List<Question> questions = one(SAMPLE).questions();

        assertThat(questions).extracting(Question::answerable).containsExactly(true, true, false, false);
        assertThat(questions).extracting(Question::hasEvidence).containsExactly(true, true, false, false);
    }

    @Test
    void sessions_may_be_dated_by_iso_8601() {
        assertThat(SessionTime.of("2025-01-12T20:15:00+01:00")).contains(Instant.parse("2025-01-12T19:15:00Z"));
        assertThat(SessionTime.of("2025-01-12T20:15")).contains(Instant.parse("2025-01-12T20:15:00Z"));
        assertThat(SessionTime.of(" 2025-01-12 ")).contains(Instant.parse("2025-01-12T00:00:00Z"));
        assertThat(SessionTime.of("8:15 PM on 12 january, 2025")).contains(Instant.parse("2025-01-12T20:15:00Z"));
        assertThat(SessionTime.of("in spring")).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place() {
        assertThatThrownBy(() -> one("""
                [{"conversation": {
                    "session_1": [{"speaker": "Ana", "dia_id": "D1:1", "text": "Hi"}, {"dia_id": "D1:1", "text": 5}],
                    "session_2_date_time": "soon",
                    "session_2": "nothing"},
                  "qa": [{"evidence": ["D1:1"], "split": "both"}]}]"""))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("[0].conversation.session_1_date_time is neither like \"1:56 pm on 8 May, 2023\"")
                .hasMessageContaining("[0].conversation.session_1[1].speaker is missing")
                .hasMessageContaining("[0].conversation.session_1[1].text is missing")
                .hasMessageContaining("[0].conversation.session_1[1].dia_id was there before: D1:1")
                .hasMessageContaining("[0].conversation.session_2 is no list of turns")
                .hasMessageContaining("[0].qa[0].question is missing")
                .hasMessageContaining("[0].qa[0].split is neither \"tuning\" nor \"test\"");
        assertThatThrownBy(() -> one("{\n\"qa\": [}"))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("dialogues.json is no JSON, line 2");
        assertThatThrownBy(() -> one("[]")).hasMessageContaining("it holds no dialogue");
        assertThatThrownBy(() -> one("{}"))
                .hasMessageContaining("conversation has no turns")
                .hasMessageContaining("qa has no questions");
        assertThatThrownBy(() -> DialogueFile.read(folder.resolve("missing.json")))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("There is no file");
    }

    private Dialogue one(String json) throws IOException {
        Path file = folder.resolve("dialogues.json");
        Files.writeString(file, json);
        List<Dialogue> dialogues = DialogueFile.read(file);
        assertThat(dialogues).hasSize(1);
        return dialogues.getFirst();
    }
}
