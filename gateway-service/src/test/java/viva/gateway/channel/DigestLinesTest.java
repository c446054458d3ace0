package viva.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.EndReason;
import viva.contracts.message.Event;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.MilestoneReachedV1;
import viva.gateway.timeline.Entry;

class DigestLinesTest {
    private static final int MOST = 50;

    private final Beings beings = Beings.fresh();
    private final Doings doings = new Doings(beings);
    private final List<Told> news = new ArrayList<>();

    @Test
    void twelve_of_one_name_who_became_matches_are_one_line() {
        for (int i = 1; i <= 12; i++) {
            happened(found(i, "Sol"));
        }

        ArrayNode lines = DigestLines.of(news, MOST);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("event").asText()).isEqualTo("match_found");
        assertThat(lines.get(0).path("count").asInt()).isEqualTo(12);
        assertThat(lines.get(0).path("event_id").asText()).startsWith("12-");
        assertThat(lines.get(0).path("avatar_id").asText()).isEqualTo(avatar(12).toString());
    }

    @Test
    void what_reads_differently_stays_apart() {
        happened(found(1, "Sol"));
        happened(found(2, "Luna"));
        happened(found(3, null));
        happened(found(4, null));
        happened(doings.remembers("We laughed.", 0.6));
        happened(doings.remembers("We cried.", 0.6));
        happened(new MilestoneReachedV1(beings.avatar(), avatar(1), "became_friends"));
        happened(new MilestoneReachedV1(beings.avatar(), avatar(2), "became_friends"));
        happened(doings.ended(EndReason.GOODBYE, understanding(0.7, null)));
        happened(doings.ended(EndReason.GOODBYE, understanding(0.4, null)));
        happened(doings.ended(EndReason.GOODBYE, understanding(0.1, null)));
        happened(doings.ended(EndReason.GOODBYE, understanding(0.1, "break_up")));

        assertThat(DigestLines.of(news, MOST))
                .hasSize(news.size())
                .allSatisfy(line -> assertThat(line.path("count").asInt()).isEqualTo(1));
    }

    @Test
    void talks_that_went_alike_are_one_line_whenever_they_were() {
        happened(doings.ended(talk(1), EndReason.GOODBYE, understanding(0.61, null)));
        happened(found(1, "Sol"));
        happened(doings.ended(talk(2), EndReason.GOODBYE, understanding(0.95, null)));

        ArrayNode lines = DigestLines.of(news, MOST);

        assertThat(lines)
                .extracting(line -> line.path("event").asText())
                .containsExactly("match_found", "conversation_ended");
        assertThat(lines.get(1).path("count").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("conversation_id").asText()).isEqualTo(talk(2).toString());
    }

    @Test
    void of_too_many_lines_the_latest_are_told() {
        for (int i = 1; i <= 9; i++) {
            happened(found(i, "Name " + i));
        }

        assertThat(DigestLines.of(news, 3))
                .extracting(line -> line.path("avatar_name").asText())
                .containsExactly("Name 7", "Name 8", "Name 9");
    }

    private void happened(Event event) {
        Entry entry = new Entry(beings.avatar(), news.size() + 1L, UUID.randomUUID(), Instant.now(), event);
        news.add(Told.of(entry).orElseThrow());
    }

    private MatchFoundV1 found(int number, String name) {
        return new MatchFoundV1(beings.avatar(), avatar(number), name, number / 100.0);
    }

    private static ConversationOutcome understanding(double mutual, String turningPoint) {
        return new ConversationOutcome(6, 0.5, mutual, 0.7, 0.8, 0, 0.1, 0.3, 0.9, null, -1, turningPoint);
    }

    private static AvatarId avatar(int number) {
        return new AvatarId(new UUID(3, number));
    }

    private static ConversationId talk(int number) {
        return new ConversationId(new UUID(4, number));
    }
}
