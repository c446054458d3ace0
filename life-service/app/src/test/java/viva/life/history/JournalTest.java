package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.WorldTime;
import viva.life.mind.Input;

class JournalTest {
    private static final Input TIED = new Input.Tied(
            WorldTime.parse("2030-01-01T09:00:00Z"),
            AvatarId.of("0198c0de-0000-7000-8000-000000000001"),
            BondStatus.CLOSE_FRIENDS,
            .1,
            .2,
            .3,
            .4,
            5,
            BondStatus.FRIENDS);

    /** Rows of years are read by releases that know no other form. */
    @Test
    void statuses_stand_in_it_in_upper_case() throws JsonProcessingException {
        String json = Journal.json(TIED);

        assertThat(json).isEqualTo("""
                {"at":"2030-01-01T09:00:00Z","other":"0198c0de-0000-7000-8000-000000000001","status":"CLOSE_FRIENDS",\
                "familiarity":0.1,"trust":0.2,"affection":0.3,"attraction":0.4,"version":5,"previous":"FRIENDS"}""");
        assertThat(Json.mapper().readValue(json, Input.Tied.class)).isEqualTo(TIED);
    }

    @Test
    void reasons_stand_in_it_in_lower_case() {
        assertThat(Journal.json(declined(EndReason.GOING_TO_BED))).contains("\"reason\":\"going_to_bed\"");
    }

    @Test
    void a_reason_that_nobody_knows_any_more_is_still_read() throws JsonProcessingException {
        String json = Journal.json(declined(EndReason.HURT)).replace("hurt", "washes_its_hair");

        assertThat(Json.mapper().readValue(json, Input.Declined.class)).isEqualTo(declined(EndReason.OTHER));
    }

    private static Input declined(EndReason reason) {
        return new Input.Declined(
                WorldTime.parse("2030-01-01T09:00:00Z"),
                ConversationId.of("0198c0de-0000-7000-8000-0000000000c0"),
                reason);
    }
}
