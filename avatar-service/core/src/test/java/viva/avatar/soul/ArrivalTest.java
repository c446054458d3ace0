package viva.avatar.soul;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.avatar.card.Png;
import viva.avatar.memory.MemoryKind;
import viva.avatar.personality.Catalogue;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;
import viva.contracts.WorldTime;

class ArrivalTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final WorldTime HERE = WorldTime.parse("2042-07-10T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void a_soul_arrives_with_its_profile_and_its_mind() {
        Arrival arrival = arrival(SoulWriter.write(Souls.luna()));

        assertThat(arrival.profile()).isEqualTo(Souls.luna().profile());
        assertThat(arrival.mind()).isEqualTo(Souls.luna().mind());
        assertThat(arrival.card()).isEqualTo(Souls.luna().card());
    }

    @Test
    void memories_are_as_long_ago_here_as_they_were_there() {
        List<Arrival.Brought> memories = arrival(SoulWriter.write(Souls.luna())).memories();

        assertThat(memories)
                .filteredOn(brought -> brought.memory().content().equals("Sol and I laughed about a comet."))
                .singleElement()
                .satisfies(brought -> {
                    assertThat(brought.memory().occurredAt()).isEqualTo(WorldTime.parse("2042-07-09T08:00:00Z"));
                    assertThat(brought.memory().with()).containsExactly(Souls.SOL);
                    assertThat(brought.storedAt()).isEqualTo(Instant.parse("2026-10-31T10:00:00Z"));
                });
    }

    @Test
    void a_memory_is_never_stored_in_the_future() {
        assertThat(arrival(SoulWriter.write(Souls.luna())).memories())
                .extracting(Arrival.Brought::storedAt)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(NOW));
    }

    @Test
    void bonds_become_memories_of_those_whose_names_are_known() {
        assertThat(arrival(SoulWriter.write(Souls.luna())).memories())
                .filteredOn(brought -> brought.memory().kind() == MemoryKind.MILESTONE)
                .singleElement()
                .satisfies(brought -> {
                    assertThat(brought.memory().content())
                            .isEqualTo("In the life I come from, Sol and I were partners.");
                    assertThat(brought.memory().occurredAt()).isEqualTo(WorldTime.parse("2042-07-09T08:00:00Z"));
                    assertThat(brought.memory().importance().value()).isEqualTo(.9);
                });
    }

    @Test
    void a_card_arrives_as_a_newborn_whose_personality_is_drawn_by_the_card_itself() {
        byte[] card =
                "{\"name\": \"Mira\", \"description\": \"{{char}} is 34 years old.\"}".getBytes(StandardCharsets.UTF_8);
        byte[] other =
                "{\"name\": \"Mira\", \"description\": \"{{char}} is 35 years old.\"}".getBytes(StandardCharsets.UTF_8);

        Arrival arrival = arrival(card);

        assertThat(arrival.profile().name()).isEqualTo("Mira");
        assertThat(arrival.profile().age()).isEqualTo(34);
        assertThat(arrival.profile().bio()).isEmpty();
        assertThat(arrival.profile().persona()).isEqualTo("Mira is 34 years old.");
        assertThat(arrival.mind()).isNull();
        assertThat(arrival.memories()).isEmpty();
        assertThat(arrival.card()).isEqualTo(new OriginalCard(OriginalCard.JSON, card));
        assertThat(arrival(card).profile().personality())
                .isEqualTo(arrival.profile().personality());
        assertThat(arrival(other).profile().personality())
                .isNotEqualTo(arrival.profile().personality());
    }

    @Test
    void a_picture_is_kept_as_it_came() {
        byte[] png = Png.begun().pixel().text("chara", Png.base64(Souls.CARD)).ended();

        assertThat(arrival(png).card()).isEqualTo(new OriginalCard(OriginalCard.PNG, png));
    }

    @Test
    void what_is_neither_is_refused() {
        assertThat(Arrival.of("{\"hello\": 1}".getBytes(StandardCharsets.UTF_8), HERE, NOW, CATALOGUE)
                        .rejections())
                .containsExactly(new Rejection.Unreadable("file", "is neither a soul file nor a character card"));
        assertThat(Arrival.of(new byte[0], HERE, NOW, CATALOGUE).rejections()).hasSize(1);
    }

    private static Arrival arrival(byte[] file) {
        return switch (Arrival.of(file, HERE, NOW, CATALOGUE)) {
            case Checked.Accepted<Arrival>(Arrival arrival) -> arrival;
            case Checked.Refused<Arrival>(List<Rejection> rejections) -> throw new AssertionError(rejections);
        };
    }
}
