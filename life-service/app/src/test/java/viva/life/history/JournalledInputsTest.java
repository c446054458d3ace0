package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.life.folding.InputKinds;
import viva.life.mind.Input;
import viva.life.peer.Peers;

class JournalledInputsTest {
    private static final WorldTime AT = WorldTime.parse("2030-01-01T09:00:00.123Z");
    private static final AvatarId SOMEBODY = new AvatarId(UUID.randomUUID());
    private static final ConversationId TALK = new ConversationId(UUID.randomUUID());

    private static final List<Input> ALL = List.of(
            new Input.Born(AT, SOMEBODY, Peers.profile().personality()),
            new Input.OwnerMessage(
                    AT,
                    "„Hallo“ \uD83D\uDE00 \\ \" \n",
                    AT,
                    new Reading("rules-1", Map.of("praise", .1 + .2), Map.of("story", 1.0), 0, DialogueAct.DISCLOSE),
                    AT),
            new Input.ConcernErased(AT),
            new Input.Spoke(AT),
            new Input.Absent(AT),
            new Input.OwnerCame(AT, 12.75),
            new Input.Unsent(AT, AT),
            new Input.Wondered(AT),
            new Input.Urged(AT, SOMEBODY, TALK),
            new Input.Invited(AT, SOMEBODY, TALK, true),
            new Input.Declined(AT, TALK, EndReason.GOING_TO_BED),
            new Input.Met(AT, SOMEBODY, TALK, true, List.of(DialogueAct.GREET, DialogueAct.GOODBYE), .1 + .2, 1e-7, AT),
            new Input.Cut(AT, TALK),
            new Input.Tied(AT, SOMEBODY, BondStatus.STRANGERS, .1, .2, .3, .4, 5, BondStatus.ACQUAINTANCES),
            new Input.Noticed(AT, SOMEBODY, .7),
            new Input.Left(AT, SOMEBODY, true),
            new Input.Paused(AT),
            new Input.Resumed(AT));

    @Test
    void every_kind_of_input_comes_back_from_the_journal_as_it_was() throws JsonProcessingException {
        for (Input input : ALL) {
            String json = Json.mapper().writeValueAsString(input);
            Class<? extends Input> type = InputKinds.type(InputKinds.of(input)).orElseThrow();

            assertThat(Json.mapper().readValue(json, type)).isEqualTo(input);
        }
    }

    @Test
    void no_kind_of_input_is_left_out_here() {
        assertThat(ALL).extracting(InputKinds::of).doesNotHaveDuplicates();
        assertThat(ALL).hasSize(Input.class.getPermittedSubclasses().length);
    }
}
