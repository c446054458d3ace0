package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
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
}
