package viva.life.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.folding.Lifetimes.LIVES;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.contracts.Json;
import viva.contracts.WorldTime;
import viva.life.explanation.Explaining;
import viva.life.explanation.Explanation;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;

/**
 * A journal from before owners' messages carried readings, with the mind after each entry and the answer to "why" for each
 * message, as the code of that time gave them. The past does not change with how messages are read today.
 */
class JournalWithoutReadingsTest {
    private record Entry(JournalEntry entry, String mind, List<String> why) {}

    @Test
    void it_folds_to_the_same_bytes_as_when_it_was_written() {
        Folding folding = new Folding(LIVES);
        Mind mind = null;
        for (Entry entry : journal()) {
            mind = folding.after(mind, entry.entry());

            assertThat(Base64.getEncoder().encodeToString(MindCodec.encode(mind)))
                    .as(entry.entry().toString())
                    .isEqualTo(entry.mind());
        }
    }

    @Test
    void why_tells_the_same_as_when_it_was_written() {
        Folding folding = new Folding(LIVES);
        Mind mind = null;
        int told = 0;
        for (Entry entry : journal()) {
            if (entry.entry().input() instanceof Input.OwnerMessage message) {
                Explanation why = new Explaining(LIVES).input(folding.before(mind, entry.entry()), message);

                assertThat(why.steps()).extracting(Explanation.Step::text).isEqualTo(entry.why());
                told++;
            }
            mind = folding.after(mind, entry.entry());
        }
        assertThat(told).isEqualTo(18);
    }

    private static List<Entry> journal() {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                JournalWithoutReadingsTest.class.getResourceAsStream("journal_without_readings.jsonl"),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                entries.add(entry(Json.mapper().readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Entry entry(JsonNode line) throws IOException {
        Class<? extends Input> type =
                InputKinds.type(line.path("kind").asText()).orElseThrow();
        Input input = Json.mapper().treeToValue(line.path("input"), type);
        WorldTime at = new WorldTime(line.path("world_millis").asLong());
        List<String> why = new ArrayList<>();
        line.path("why").forEach(step -> why.add(step.asText()));
        return new Entry(
                new JournalEntry(input, line.path("tick").asLong(), at),
                line.path("mind").asText(),
                why);
    }
}
