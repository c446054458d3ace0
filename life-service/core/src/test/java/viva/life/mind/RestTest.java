package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static viva.life.mind.People.LIVES;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.folding.Folding;
import viva.life.folding.JournalEntry;

/** An avatar that its owner lets rest. */
class RestTest {
    private static final AvatarId SOL = People.avatar(1_000);
    private static final WorldTime EVENING = People.hours(People.MORNING, 9);

    /** Short of the week after which no life is made up for anyway, and beyond it. */
    private static final double[] RESTS = {.1, 30, 160, 700};

    private final Mind before = LIVES.liveUntil(People.newborn(1), EVENING).mind();

    @Test
    void nothing_of_a_rest_is_lived_afterwards_however_long_it_was() {
        for (double hours : RESTS) {
            WorldTime end = People.hours(EVENING, hours);

            Outcome resumed = LIVES.apply(paused(), new Input.Resumed(end));

            assertThat(resumed.ticks()).as("%s hours", hours).isZero();
            assertThat(resumed.intents()).isEmpty();
            assertThat(resumed.mind().tick()).isEqualTo(paused().tick() + 1);
            assertThat(resumed.mind().asOf()).isEqualTo(end);
            assertThat(resumed.mind().nextTick()).isGreaterThan(end);
        }
    }

    @Test
    void it_goes_on_with_the_needs_and_feelings_that_it_had() {
        StateView then = LIVES.view(before, EVENING, "en");
        WorldTime end = People.hours(EVENING, 160);

        StateView now = LIVES.view(LIVES.apply(paused(), new Input.Resumed(end)).mind(), end, "en");

        assertThat(now.social()).isCloseTo(then.social(), within(1e-9));
        assertThat(now.stimulation()).isCloseTo(then.stimulation(), within(1e-9));
        assertThat(now.comfort()).isCloseTo(then.comfort(), within(1e-9));
        assertThat(now.mood()).isCloseTo(then.mood(), within(1e-9));
        assertThat(now.activity()).isIn("idle", "sleeping");
    }

    @Test
    void every_instant_of_a_rest_reads_as_its_beginning_and_says_so() {
        StateView beginning = LIVES.view(paused(), EVENING, "en");

        assertThat(beginning.activity()).isEqualTo("resting");
        assertThat(beginning.desire()).isEqualTo("none");
        for (double hours : RESTS) {
            assertThat(LIVES.view(paused(), People.hours(EVENING, hours), "en")).isEqualTo(beginning);
        }
    }

    @Test
    void an_instant_of_a_rest_reads_the_same_during_it_and_when_it_is_over() {
        List<JournalEntry> journal = new ArrayList<>();
        Mind paused = take(before, new Input.Paused(EVENING), journal);
        List<WorldTime> instants = List.of(
                People.hours(EVENING, -1),
                People.hours(EVENING, 1),
                People.hours(EVENING, 40),
                People.hours(EVENING, 99));
        List<Snapshot> during = read(journal, instants);

        Mind resumed = take(paused, new Input.Resumed(People.hours(EVENING, 100)), journal);
        take(resumed, new Input.Spoke(People.hours(EVENING, 120)), journal);

        assertThat(read(journal, instants)).isEqualTo(during);
        assertThat(during.subList(1, 4)).allMatch(Snapshot::resting).containsOnly(during.get(1));
        assertThat(during.getFirst().resting()).isFalse();
    }

    @Test
    void what_it_learns_during_a_rest_changes_no_earlier_instant_of_it() {
        List<JournalEntry> journal = new ArrayList<>();
        Mind paused = take(before, new Input.Paused(EVENING), journal);
        List<WorldTime> earlier = List.of(People.hours(EVENING, 5));
        List<Snapshot> read = read(journal, earlier);

        Mind learnt = take(
                paused,
                new Input.Tied(People.hours(EVENING, 10), SOL, BondStatus.BEST_FRIENDS, .9, .9, .9, 0, 1),
                journal);

        assertThat(learnt.resting()).isTrue();
        assertThat(learnt.relations().circle().find(SOL)).isPresent();
        assertThat(read(journal, earlier)).isEqualTo(read);
        assertThat(LIVES.readAt(learnt, People.hours(EVENING, 20)))
                .isEqualTo(LIVES.readAt(learnt, People.hours(EVENING, 10)));
    }

    @Test
    void a_rest_from_before_rests_were_noted_is_not_lived_either() {
        WorldTime end = People.hours(EVENING, 100);
        List<JournalEntry> journal = new ArrayList<>();

        Mind resumed = take(before, new Input.Resumed(end), journal);

        assertThat(resumed.tick()).isEqualTo(before.tick() + 1);
        assertThat(resumed.nextTick()).isGreaterThan(end);
        assertThat(read(journal, List.of(People.hours(EVENING, 50))))
                .containsExactly(LIVES.readAt(before, before.asOf()));
    }

    @Test
    void a_rest_goes_through_bytes_and_back() {
        assertThat(MindCodec.decode(MindCodec.encode(paused()))).isEqualTo(paused());
        assertThat(paused().resting()).isTrue();
    }

    private Mind paused() {
        return LIVES.apply(before, new Input.Paused(EVENING)).mind();
    }

    private static Mind take(Mind mind, Input input, List<JournalEntry> journal) {
        Mind after = LIVES.apply(mind, input).mind();
        journal.add(new JournalEntry(input, after.tick(), after.asOf()));
        return after;
    }

    private List<Snapshot> read(List<JournalEntry> journal, List<WorldTime> instants) {
        return new Folding(LIVES).readAt(before, journal, instants);
    }
}
