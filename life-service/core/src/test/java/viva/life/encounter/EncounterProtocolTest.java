package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.contracts.message.BlockV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.RememberV1;
import viva.life.activity.InConversation;
import viva.life.activity.Socializing;
import viva.life.decision.CommandResult;
import viva.life.decision.Decision;
import viva.life.encounter.Village.Fate;
import viva.life.resident.Resident;

/** How two shards come to an encounter and out of it again, whatever fails in between. */
class EncounterProtocolTest {
    /** Real time in which any encounter of these tests is over: three world hours. */
    private static final Duration AN_AFTERNOON = Duration.ofMinutes(3);

    private static final Duration A_DAY = Duration.ofMinutes(24);

    private final Village village = new Village();
    private final AvatarId luna = village.born("Luna");
    private final AvatarId sol = village.born("Sol");

    @Test
    void two_talk_because_an_owner_wants_it_and_part_with_a_memory_each() {
        ConversationId talk = village.urge(luna, sol);

        village.live(AN_AFTERNOON);

        assertThat(village.events(ConversationStartedV1.class))
                .extracting(ConversationStartedV1::avatarId)
                .containsExactlyInAnyOrder(luna, sol);
        assertThat(village.events(ConversationEndedV1.class))
                .allSatisfy(ended -> assertThat(ended.conversationId()).isEqualTo(talk))
                .allSatisfy(ended -> assertThat(ended.reason()).isEqualTo(EndReason.GOODBYE))
                .allSatisfy(ended -> assertThat(ended.outcome()).isNotNull())
                .extracting(ConversationEndedV1::avatarId)
                .containsExactlyInAnyOrder(luna, sol);
        assertThat(village.sent(RememberV1.class).filter(memory -> memory.kind().equals("interaction")))
                .singleElement()
                .satisfies(memory -> assertThat(memory.parts())
                        .extracting(RememberV1::avatarId)
                        .containsExactly(luna, sol));
        assertThat(isTalking(luna) || isTalking(sol)).isFalse();
    }

    @Test
    void both_owners_read_every_turn_of_a_voiced_encounter_once_and_in_order() {
        village.urge(luna, sol);

        village.live(AN_AFTERNOON);

        List<ConversationMessageV1> turns = village.events(ConversationMessageV1.class);
        assertThat(turns).isNotEmpty();
        assertThat(turns.stream().filter(turn -> turn.avatarId().equals(luna)).map(ConversationMessageV1::messageId))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(turns.stream()
                        .filter(turn -> turn.avatarId().equals(sol))
                        .map(ConversationMessageV1::messageId)
                        .toList());
    }

    static Stream<Map.Entry<EndReason, Consumer<EncounterProtocolTest>>> refusals() {
        return Stream.of(
                Map.entry(EndReason.BLOCKED, t -> t.blocks(t.luna, t.sol, true)),
                Map.entry(EndReason.NOT_AVAILABLE, t -> t.blocks(t.luna, t.sol, false)),
                Map.entry(EndReason.NOT_AVAILABLE, t -> t.blocks(t.sol, t.luna, true)),
                Map.entry(EndReason.RESTING, t -> t.village.rests(t.luna)),
                Map.entry(EndReason.RESTING, t -> t.village.rests(t.sol)),
                Map.entry(EndReason.GONE, t -> t.village.erased(t.sol)),
                Map.entry(EndReason.IN_CONVERSATION, t -> t.village.urge(t.sol, t.village.born("Mira"))),
                Map.entry(EndReason.ASLEEP, t -> t.village.live(Duration.ofMinutes(18))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void the_owner_learns_why_nothing_comes_of_it(Map.Entry<EndReason, Consumer<EncounterProtocolTest>> refusal) {
        refusal.getValue().accept(this);
        village.settle();

        ConversationId talk = village.urge(luna, sol);
        village.live(AN_AFTERNOON);

        assertThat(village.events(ConversationEndedV1.class))
                .filteredOn(ended -> ended.conversationId().equals(talk))
                .singleElement()
                .satisfies(ended -> assertThat(ended.avatarId()).isEqualTo(luna))
                .satisfies(ended -> assertThat(ended.outcome()).isNull())
                .extracting(ConversationEndedV1::reason)
                .isEqualTo(refusal.getKey());
        assertThat(village.events(ConversationStartedV1.class))
                .noneSatisfy(started -> assertThat(started.conversationId()).isEqualTo(talk));
        assertThat(isWaitingFor(talk)).isFalse();
    }

    @Test
    void only_its_owner_has_an_avatar_talk_and_not_with_itself() {
        village.urge(luna, luna);

        Decision withItself = village.deliver(Fate.DONE);

        assertThat(withItself.result()).isInstanceOf(CommandResult.Rejected.class);
        assertThat(withItself.changes()).isEmpty();
        assertThat(withItself.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fate.class,
            names = {"LOST_BEFORE_THE_COMMIT", "SENT_BY_ANOTHER"})
    void a_process_that_ends_at_any_command_loses_and_doubles_nothing(Fate fate) {
        village.urge(luna, sol);
        Village calm = new Village();
        calm.born("Luna");
        calm.born("Sol");
        calm.urge(luna, sol);
        calm.settle();
        calm.live(AN_AFTERNOON);

        while (!village.isQuiet()) {
            village.deliver(fate);
            village.deliver(Fate.DONE);
        }
        village.live(AN_AFTERNOON);

        assertThat(village.events(ConversationStartedV1.class))
                .containsExactlyInAnyOrderElementsOf(calm.events(ConversationStartedV1.class));
        assertThat(village.events(ConversationEndedV1.class))
                .containsExactlyInAnyOrderElementsOf(calm.events(ConversationEndedV1.class));
        assertThat(village.events(ConversationMessageV1.class))
                .containsExactlyInAnyOrderElementsOf(calm.events(ConversationMessageV1.class));
        assertThat(village.resident(luna)).isEqualTo(calm.resident(luna));
        assertThat(village.resident(sol)).isEqualTo(calm.resident(sol));
    }

    @Test
    void invitations_that_cross_end_in_one_conversation_at_most() {
        ConversationId one = village.urge(luna, sol);
        ConversationId other = village.urge(sol, luna);

        village.live(AN_AFTERNOON);

        List<ConversationId> started = village.events(ConversationStartedV1.class).stream()
                .map(ConversationStartedV1::conversationId)
                .distinct()
                .toList();
        assertThat(started).hasSizeLessThanOrEqualTo(1).isSubsetOf(one, other);
        assertThat(village.events(ConversationEndedV1.class))
                .extracting(ConversationEndedV1::conversationId)
                .contains(one, other);
        assertThat(isTalking(luna) || isTalking(sol)).isFalse();
        assertThat(isWaitingFor(one) || isWaitingFor(other)).isFalse();
    }

    /** More commands than there are until two talk. */
    static Stream<Integer> steps() {
        return IntStream.range(0, 6).boxed();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_guest_that_is_erased_after_any_step_leaves_its_host_free(int step) {
        ConversationId talk = village.urge(luna, sol);
        after(step, () -> village.erased(sol));

        village.live(A_DAY);

        assertThat(isTalking(luna)).isFalse();
        assertThat(isWaitingFor(talk)).isFalse();
        assertThat(ends(talk, luna)).isEqualTo(1);
        assertThat(village.resident(luna).mind().hasInMind(sol)).isFalse();
        assertThat(village.shard(luna).encounters()).doesNotContainKey(talk);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_host_that_is_erased_after_any_step_leaves_its_guest_free(int step) {
        ConversationId talk = village.urge(luna, sol);
        after(step, () -> village.erased(luna));

        village.live(A_DAY);

        assertThat(isTalking(sol)).isFalse();
        assertThat(village.resident(sol).mind().hasInMind(luna)).isFalse();
        long told = village.events(ConversationStartedV1.class).stream()
                .filter(started -> started.avatarId().equals(sol))
                .count();
        assertThat(ends(talk, sol)).isEqualTo(told);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_host_that_rests_after_any_step_leaves_its_guest_free(int step) {
        village.urge(luna, sol);
        after(step, () -> village.rests(luna));

        village.live(AN_AFTERNOON);

        assertThat(isTalking(sol)).isFalse();
        assertThat(village.resident(luna).isLiving()).isFalse();
    }

    /** So many commands are done, then something happens; what waits then comes after it, and before. */
    private void after(int step, Runnable happens) {
        for (int done = 0; done < step && !village.isQuiet(); done++) {
            village.deliver(Fate.DONE);
        }
        happens.run();
        village.settle();
    }

    private long ends(ConversationId talk, AvatarId of) {
        return village.events(ConversationEndedV1.class).stream()
                .filter(ended -> ended.conversationId().equals(talk))
                .filter(ended -> ended.avatarId().equals(of))
                .count();
    }

    private void blocks(AvatarId avatar, AvatarId other, boolean own) {
        village.command(new BlockV1(avatar, other, own, true, new WorldTime(0)));
    }

    private boolean isTalking(AvatarId avatar) {
        Resident resident = village.resident(avatar);
        return resident.isLiving() && resident.mind().activity() instanceof InConversation;
    }

    private boolean isWaitingFor(ConversationId talk) {
        return Stream.of(luna, sol)
                .map(village::resident)
                .filter(Resident::isLiving)
                .anyMatch(resident ->
                        resident.mind().activity() instanceof Socializing socializing && socializing.awaits(talk));
    }
}
