package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.Author;
import viva.contracts.ConversationType;
import viva.contracts.MessageId;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.Event;
import viva.gateway.timeline.Entry;

class ToldTest {
    private final Beings beings = Beings.fresh();
    private final Doings doings = new Doings(beings);

    @Test
    void a_line_is_told_as_the_life_service_signs_it() {
        assertThat(author(doings.says("Do you like stars?"))).isEqualTo("avatar");
        assertThat(author(doings.hears("I count them."))).isEqualTo("partner");
    }

    @Test
    void a_line_of_the_partner_that_a_timeline_holds_under_the_avatars_name_is_the_partners() {
        ConversationMessageV1 signedByTheAvatar = new ConversationMessageV1(
                beings.avatar(),
                beings.owner(),
                Doings.TALK,
                ConversationType.AVATAR,
                new MessageId(UUID.randomUUID()),
                null,
                Author.AVATAR,
                "I count them.",
                0,
                null,
                "warm",
                Doings.MILO,
                Doings.MILO,
                "Milo",
                null,
                null,
                List.of());

        assertThat(author(signedByTheAvatar)).isEqualTo("partner");
    }

    private String author(Event event) {
        Entry entry = new Entry(beings.avatar(), 1, UUID.randomUUID(), Instant.now(), event);
        return Told.of(entry).orElseThrow().payload().path("author").asText();
    }
}
