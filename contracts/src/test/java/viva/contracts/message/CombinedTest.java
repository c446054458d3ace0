package viva.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.Json;
import viva.contracts.MessageId;
import viva.contracts.WorldTime;

class CombinedTest {
    private static final AvatarId LUNA = new AvatarId(new UUID(1, 1));
    private static final AvatarId SOL = new AvatarId(new UUID(1, 2));
    private static final AccountId LUNAS = new AccountId(new UUID(2, 1));
    private static final AccountId SOLS = new AccountId(new UUID(2, 2));
    private static final ConversationId TALK = new ConversationId(new UUID(3, 1));
    private static final MessageId KEPT = new MessageId(new UUID(4, 1));
    private static final MessageId OTHERS = new MessageId(new UUID(4, 2));
    private static final WorldTime NOON = WorldTime.parse("2030-01-01T12:00:00Z");

    @Test
    void a_beginning_for_both_sides_says_to_each_who_the_other_one_is() {
        Event event = new ConversationStartedV1(LUNA, LUNAS, SOL, "Sol", TALK, false, NOON, "Luna", SOLS);

        assertThat(said(event))
                .containsExactly(
                        new ConversationStartedV1(LUNA, LUNAS, SOL, "Sol", TALK, false, NOON),
                        new ConversationStartedV1(SOL, SOLS, LUNA, "Luna", TALK, false, NOON));
    }

    @Test
    void an_event_for_one_side_says_one_thing() {
        Event event = new ConversationStartedV1(LUNA, LUNAS, SOL, "Sol", TALK, true, NOON);

        assertThat(said(event)).containsExactly(event);
        assertThat(enveloped(event).parts().getFirst().id())
                .isEqualTo(enveloped(event).id());
    }

    @Test
    void each_side_of_a_bond_is_told_its_own_view_alone_and_the_milestone_that_is_its_business() {
        BondEvolvedV1 event = new BondEvolvedV1(
                LUNA,
                SOL,
                true,
                .1,
                .5,
                1,
                TALK,
                new BondEvolvedV1.View(BondStatus.CRUSH, BondStatus.STRANGERS, .3, .7, "first_crush"),
                new BondEvolvedV1.View(BondStatus.ACQUAINTANCES, BondStatus.STRANGERS, .2, .1, null));

        assertThat(said(event))
                .containsExactly(
                        new BondFormedV1(LUNA, SOL, BondStatus.CRUSH),
                        new BondChangedV1(LUNA, SOL, BondStatus.CRUSH, BondStatus.STRANGERS, .1, .5, .3, .7, 1, TALK),
                        new MilestoneReachedV1(LUNA, SOL, "first_crush"),
                        new BondFormedV1(SOL, LUNA, BondStatus.ACQUAINTANCES),
                        new BondChangedV1(
                                SOL, LUNA, BondStatus.ACQUAINTANCES, BondStatus.STRANGERS, .1, .5, .2, .1, 1, TALK));
    }

    @Test
    void what_two_are_to_remember_travels_as_one_memory_in_the_other_and_is_read_back() throws Exception {
        RememberV1 hers = new RememberV1(LUNA, KEPT, "interaction", "Sol is funny.", .4, List.of(SOL), NOON);
        RememberV1 his = new RememberV1(SOL, OTHERS, "interaction", "Luna laughed.", .4, List.of(LUNA), NOON);

        String written = Json.mapper().writeValueAsString(hers.and(his));

        assertThat(Json.mapper().readValue(written, RememberV1.class).parts()).containsExactly(hers, his);
        assertThat(hers.and(his).otherId()).isEqualTo(SOL);
    }

    @Test
    void what_two_keep_is_told_to_each_owner_as_before() {
        MemoryFormedV1 hers =
                new MemoryFormedV1(LUNA, LUNAS, KEPT, "interaction", "Sol is funny.", .4, List.of(SOL), NOON);
        MemoryFormedV1 his =
                new MemoryFormedV1(SOL, SOLS, OTHERS, "interaction", "Luna laughed.", .4, List.of(LUNA), NOON);

        assertThat(said(hers.and(his))).containsExactly(hers, his);
        assertThat(said(hers)).containsExactly(hers);
    }

    @Test
    void a_memory_of_one_avatar_is_written_as_earlier_releases_wrote_and_read_it() throws Exception {
        RememberV1 memory = new RememberV1(LUNA, KEPT, "dream", "I flew.", .2, List.of(), NOON);

        String written = Json.mapper().writeValueAsString(memory);

        assertThat(written).doesNotContain("also");
        assertThat(Json.mapper().readValue(written, RememberV1.class)).isEqualTo(memory);
        assertThat(memory.otherId()).isNull();
    }

    @Test
    void parts_have_ids_of_their_own_which_are_the_same_each_time() {
        CloudEvent<Event> message =
                enveloped(new ConversationStartedV1(LUNA, LUNAS, SOL, "Sol", TALK, false, NOON, "Luna", SOLS));

        List<UUID> ids = message.parts().stream().<UUID>map(CloudEvent::id).toList();

        assertThat(ids).doesNotHaveDuplicates().first().isEqualTo(message.id());
        assertThat(message.parts()).isEqualTo(message.parts());
        assertThat(message.parts().getLast().subject()).isEqualTo(SOL);
    }

    private static List<Event> said(Event event) {
        return enveloped(event).parts().stream().<Event>map(CloudEvent::data).toList();
    }

    private static CloudEvent<Event> enveloped(Event event) {
        return CloudEvent.first(new UUID(9, 9), "/viva/test", Instant.EPOCH, NOON, null, event);
    }
}
