package viva.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.DepartureReason;
import viva.contracts.EndReason;
import viva.contracts.Json;

/** The golden files are the contract: a change here breaks messages that are on their way. */
class GoldenPayloadTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final ObjectMapper MAPPER = Json.mapper();

    static List<Message> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_written_equals_the_golden_payload(Message sample) throws IOException {
        String written = MAPPER.writeValueAsString(Samples.enveloped(sample));

        assertThat(MAPPER.readTree(written)).isEqualTo(MAPPER.readTree(golden(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_golden_payload_is_read_back_as_it_was(Message sample) throws IOException {
        JavaType envelope = MAPPER.getTypeFactory().constructParametricType(CloudEvent.class, sample.getClass());

        Object read = MAPPER.readValue(golden(sample), envelope);

        assertThat(read).isEqualTo(Samples.enveloped(sample));
    }

    @Test
    void every_message_type_has_a_golden_payload() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(MessageTypes.all().keySet());
        }
    }

    @Test
    void a_conversation_that_began_before_turns_had_topics_is_still_read() throws IOException {
        String before = "{\"acts\":[\"greet\",\"goodbye\"],\"humor_match\":0.7,\"overlap\":0.25}";

        ConversationBegunV1 read = MAPPER.readValue(before, ConversationBegunV1.class);

        assertThat(read.acts()).hasSize(2);
        assertThat(read.topics()).isEmpty();
    }

    @Test
    void a_deletion_from_before_there_were_rounds_is_the_first_round() throws IOException {
        String before = "{\"avatar_id\":\"0198c0de-0000-7000-8000-000000000001\",\"version\":4}";

        assertThat(MAPPER.readValue(before, AvatarDeletedV1.class).round()).isZero();
    }

    @Test
    void a_memory_from_before_others_were_told_does_not_tell_of_any() throws IOException {
        String before = "{\"kind\":\"interaction\",\"content\":\"We laughed a lot.\",\"importance\":0.4}";

        assertThat(MAPPER.readValue(before, MemoryFormedV1.class).with()).isNull();
    }

    @Test
    void a_request_from_before_memories_had_audiences_is_a_plain_memory() throws IOException {
        String before = "{\"kind\":\"interaction\",\"content\":\"We laughed a lot.\",\"importance\":0.4,\"with\":[]}";

        assertThat(MAPPER.readValue(before, RememberV1.class))
                .isEqualTo(new RememberV1(null, null, "interaction", "We laughed a lot.", 0.4, List.of(), null));
    }

    @Test
    void a_memory_without_an_audience_is_for_the_owner_alone() throws IOException {
        String before = "{\"content\":\"My owner has a dog.\"}";

        assertThat(MAPPER.readValue(before, SpeakV1.Memory.class).audience()).isEqualTo(Audience.OWNER);
    }

    @Test
    void words_from_before_they_told_their_memories_use_none() throws IOException {
        String before = "{\"content\":\"Hello!\",\"tone\":\"warm\",\"voice\":\"offline\"}";

        assertThat(MAPPER.readValue(before, WordsV1.class).memories()).isNull();
    }

    @Test
    void an_audience_that_is_unknown_here_is_the_owner_alone() throws IOException {
        assertThat(MAPPER.readValue("{\"audience\":\"friends\"}", RememberV1.class)
                        .audience())
                .isEqualTo(Audience.OWNER);
    }

    @Test
    void a_partner_whose_status_is_unknown_here_is_still_spoken_to() throws IOException {
        String odd = "{\"id\":\"0198c0de-0000-7000-8000-000000000001\",\"name\":\"Sol\",\"status\":\"something_new\"}";

        SpeakV1.Partner read = MAPPER.readValue(odd, SpeakV1.Partner.class);

        assertThat(read)
                .isEqualTo(new SpeakV1.Partner(AvatarId.of("0198c0de-0000-7000-8000-000000000001"), "Sol", null));
    }

    @Test
    void reasons_that_are_unknown_here_are_still_read() throws IOException {
        String odd = "{\"reason\":\"something_new\",\"declined\":\"something_new\"}";

        assertThat(MAPPER.readValue(odd, ConversationEndedV1.class).reason()).isEqualTo(EndReason.OTHER);
        assertThat(MAPPER.readValue(odd, ConversationCutV1.class).reason()).isEqualTo(EndReason.OTHER);
        assertThat(MAPPER.readValue(odd, InvitationAnswerV1.class).declined()).isEqualTo(EndReason.OTHER);
        assertThat(MAPPER.readValue(odd, BondEndedV1.class).reason()).isEqualTo(DepartureReason.PARTED);
        assertThat(MAPPER.readValue(odd, MatchLostV1.class).reason()).isEqualTo(DepartureReason.PARTED);
        assertThat(MAPPER.readValue(odd, DepartureV1.class).reason()).isEqualTo(DepartureReason.PARTED);
    }

    @Test
    void a_conversation_has_a_topic_for_every_act_or_none_at_all() {
        String odd = "{\"acts\":[\"greet\",\"goodbye\"],\"topics\":[\"day\"]}";

        assertThatThrownBy(() -> MAPPER.readValue(odd, ConversationBegunV1.class))
                .hasMessageContaining("must be none or one for each of 2 acts");
    }

    private static String golden(Message sample) throws IOException {
        return Files.readString(GOLDEN.resolve(MessageTypes.nameOf(sample.getClass()) + ".json"));
    }
}
