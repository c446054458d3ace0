package viva.avatar.soul;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;

class SoulFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_was_written_is_read_back_as_it_was() {
        assertThat(SoulReader.read(SoulWriter.write(Souls.luna()))).isEqualTo(new Checked.Accepted<>(Souls.luna()));
    }

    @Test
    void the_file_says_what_it_is_in_which_version() throws IOException {
        JsonNode file = JSON.readTree(SoulWriter.write(Souls.luna()));

        assertThat(file.path("format").asText()).isEqualTo("viva.soul");
        assertThat(file.path("version").asInt()).isEqualTo(1);
        assertThat(file.path("checksum").asText()).matches("sha256:[0-9a-f]{64}");
        assertThat(file.path("avatar").path("model_allowed").asBoolean(true)).isFalse();
        assertThat(file.toString()).doesNotContain("concern");
    }

    @Test
    void the_checksum_does_not_depend_on_order_blanks_or_the_way_numbers_are_written() throws IOException {
        String written = new String(SoulWriter.write(Souls.luna()), StandardCharsets.UTF_8);
        JsonNode sorted = JSON.valueToTree(JSON.readValue(written, TreeMap.class));
        String rewritten = sorted.toString().replace("\"social\":60.0", "\"social\":6e1");
        assertThat(rewritten).contains("6e1");

        assertThat(read(rewritten)).isEqualTo(new Checked.Accepted<>(Souls.luna()));
    }

    @Test
    void a_file_that_was_changed_is_refused() {
        assertThat(rejections(changed(file -> ((ObjectNode) file.path("avatar")).put("bio", "Looks down."), false)))
                .containsExactly(new Rejection.Unreadable(
                        "checksum", "does not match: the file was changed after it was exported"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        String file = changed(
                soul -> {
                    ((ObjectNode) soul.path("avatar")).put("name", "").put("age", 17);
                    ((ObjectNode) soul.path("avatar").path("personality")).put("openness", .5);
                    ((ObjectNode) soul.path("mind"))
                            .put("social", 101)
                            .put("mood", "good")
                            .remove("comfort");
                    ((ObjectNode) soul.path("mind").path("feelings")).put("joy", 2);
                    ((ObjectNode) soul.path("memories").get(0))
                            .put("kind", "gossip")
                            .put("importance", -1);
                    ((ObjectNode) soul.path("memories").get(1))
                            .put("occurred_at", "2031-01-01T00:00:00Z")
                            .remove("content");
                    ((ObjectNode) soul.path("bonds").get(0))
                            .put("status", "soulmates")
                            .put("trust", 7);
                },
                true);

        assertThat(rejections(file))
                .extracting(r -> r.field() + " " + r.reason())
                .containsExactlyInAnyOrder(
                        "avatar.name is required",
                        "avatar.age must be in [18,120]: got 17",
                        "mind.social must be in [0,100]: got 101",
                        "mind.mood must be a number: got a string",
                        "mind.comfort is required",
                        "mind.feelings.joy must be in [-1,1]: got 2",
                        "memories[0].kind must be one of the known kinds: got 'gossip'",
                        "memories[0].importance must be in [0,1]: got -1",
                        "memories[1].content is required",
                        "memories[1].occurred_at must not be after world_time: got 2031-01-01T00:00:00Z",
                        "bonds[0].status must be one of the known kinds: got 'soulmates'",
                        "bonds[0].trust must be in [0,1]: got 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format\": \"viva.soul\", \"version\": 2} | version must be in [1,1]: got 2",
                "{\"format\": \"other\", \"version\": 1} | format must be one of the known kinds: got 'other'",
                "{\"format\": \"viva.soul\"} | version is required",
                "{\"checksum\": \"x\", \"version\": 1} | format is required"
            })
    void of_another_format_or_version_nothing_else_is_read(String file, String told) {
        assertThat(rejections(file))
                .extracting(r -> r.field() + " " + r.reason())
                .containsExactly(told);
    }

    @Test
    void times_beyond_any_world_and_numbers_beyond_any_double_are_refused() {
        assertThat(rejections(changed(soul -> soul.put("world_time", "+999999999-01-01T00:00:00Z"), true)))
                .extracting(Rejection::field)
                .contains("world_time");
        String huge = changed(soul -> {}, true).replace("\"social\":60.0", "\"social\":1e999");
        assertThat(rejections(huge)).extracting(Rejection::field).contains("checksum", "mind.social");
    }

    @Test
    void a_persona_or_a_card_of_a_minor_is_refused_in_a_soul_too() {
        String persona =
                changed(soul -> ((ObjectNode) soul.path("avatar")).put("persona", "Luna is 16 years old."), true);
        String card = changed(
                soul -> ((ObjectNode) soul.path("card"))
                        .put(
                                "original",
                                Base64.getEncoder()
                                        .encodeToString("{\"name\":\"Luna\",\"description\":\"Age: 16\"}"
                                                .getBytes(StandardCharsets.UTF_8))),
                true);

        assertThat(rejections(persona)).extracting(Rejection::field).containsExactly("avatar.persona");
        assertThat(rejections(card)).extracting(Rejection::field).containsExactly("card.original");
    }

    @Test
    void an_emotion_that_is_none_is_left_out_and_the_last_moment_of_a_day_is_one() {
        String file = changed(
                soul -> {
                    ((ObjectNode) soul.path("mind")).put("chronotype", 23.999999);
                    ((ObjectNode) soul.path("mind").path("feelings")).put("schadenfreude", 700);
                },
                true);

        assertThat(rejections(file)).isEmpty();
        Checked.Accepted<Soul> accepted = (Checked.Accepted<Soul>) read(file);
        assertThat(accepted.value().mind().feelings()).containsOnlyKeys("joy");
    }

    @Test
    void of_more_memories_than_fit_the_most_important_are_written_in_their_order() {
        Soul luna = Souls.luna();
        List<SoulMemory> many =
                IntStream.range(0, 3_000).mapToObj(SoulFileTest::longMemory).toList();

        Soul fitting = new Soul(
                        luna.exportedAt(),
                        luna.worldTime(),
                        luna.profile(),
                        luna.mind(),
                        many,
                        luna.bonds(),
                        luna.card())
                .fitting();

        assertThat(SoulWriter.write(fitting).length).isBetween(11_000_000, 13_000_000);
        assertThat(fitting.memories()).hasSizeGreaterThan(400).allMatch(memory -> memory.importance() == 1);
        assertThat(many).containsSubsequence(fitting.memories());
        assertThat(luna.fitting()).isEqualTo(luna);
    }

    private static SoulMemory longMemory(int number) {
        return new SoulMemory(
                "experience",
                number + "🗺".repeat(1_900),
                null,
                number % 2,
                List.of(),
                Souls.LEFT,
                null,
                null,
                false,
                false,
                0,
                null);
    }

    @Test
    void more_memories_than_an_avatar_keeps_are_refused() {
        String file = changed(
                soul -> {
                    var memories = soul.putArray("memories");
                    for (int i = 0; i <= SoulFormat.MOST_MEMORIES; i++) {
                        memories.addObject();
                    }
                },
                true);

        assertThat(rejections(file)).containsExactly(new Rejection.TooMany("memories", 10_000, 10_001));
    }

    /** Luna's file after a change, with the checksum of before or of after it. */
    private static String changed(Consumer<ObjectNode> change, boolean summed) {
        try {
            ObjectNode file = (ObjectNode) JSON.readTree(SoulWriter.write(Souls.luna()));
            change.accept(file);
            if (summed) {
                file.remove("checksum");
                file.put("checksum", Checksum.of(file).orElseThrow());
            }
            return file.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Rejection> rejections(String file) {
        return read(file).rejections();
    }

    private static Checked<Soul> read(String file) {
        return SoulReader.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
