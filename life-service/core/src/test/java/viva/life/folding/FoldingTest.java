package viva.life.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.life.folding.Lifetimes.LIVES;
import static viva.life.folding.Lifetimes.MORNING;
import static viva.life.folding.Lifetimes.birth;
import static viva.life.folding.Lifetimes.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.mind.MindCodec;
import viva.life.mind.Snapshot;

class FoldingTest {
    private static final Folding FOLDING = new Folding(LIVES);
    private static final String[] WORDS = {
        "Hello!", "I love you", "You are so stupid!", "How are you?", "My grandmother died", "good night", "It rains"
    };

    /** A life as an engine lives it: ticks when they are due, inputs now and then, some of them late, some after an outage. */
    private static final class Engine {
        final List<JournalEntry> journal = new ArrayList<>();
        final List<Mind> minds = new ArrayList<>();
        private final SplittableRandom random;
        private Mind mind;
        private WorldTime now = MORNING;

        Engine(long seed) {
            random = new SplittableRandom(seed);
            Input.Born birth = birth(seed);
            mind = LIVES.born(birth);
            note(birth);
        }

        private void note(Input input) {
            journal.add(new JournalEntry(input, mind.tick(), mind.asOf()));
            minds.add(mind);
        }

        void step() {
            double luck = random.nextDouble();
            now = hours(now, luck < .002 ? 200 + random.nextDouble(500) : random.nextDouble(2));
            if (LIVES.isAway(mind, now) && random.nextBoolean()) {
                take(new Input.Absent(now));
            } else if (luck > .6) {
                WorldTime sent = hours(now, -random.nextDouble(1));
                take(
                        random.nextBoolean()
                                ? new Input.OwnerMessage(
                                        sent, WORDS[random.nextInt(WORDS.length)], hours(sent, 1.6), null, null)
                                : new Input.Spoke(sent));
            } else {
                while (mind.nextTickMillis() <= now.millis() && !LIVES.isAway(mind, now)) {
                    mind = LIVES.tick(mind).mind();
                }
            }
        }

        private void take(Input input) {
            mind = LIVES.apply(mind, input).mind();
            note(input);
        }
    }

    private static Engine life(long seed, int steps) {
        Engine engine = new Engine(seed);
        for (int step = 0; step < steps; step++) {
            engine.step();
        }
        return engine;
    }

    @Test
    void folding_a_journal_from_birth_gives_every_mind_on_the_way_byte_for_byte() {
        Engine engine = life(11, 10_000);

        Mind mind = null;
        for (int n = 0; n < engine.journal.size(); n++) {
            mind = FOLDING.after(mind, engine.journal.get(n));

            assertThat(MindCodec.encode(mind)).as("entry " + n).isEqualTo(MindCodec.encode(engine.minds.get(n)));
        }
        assertThat(engine.journal.stream().filter(e -> e.input() instanceof Input.Absent))
                .isNotEmpty();
        assertThat(MindCodec.encode(FOLDING.ticked(mind, engine.mind.tick()))).isEqualTo(MindCodec.encode(engine.mind));
    }

    @Test
    void folding_on_from_any_mind_on_the_way_gives_the_same_end() {
        Engine engine = life(12, 600);
        int size = engine.journal.size();
        byte[] end = MindCodec.encode(FOLDING.afterAll(null, engine.journal));

        for (int from = 0; from < size; from += 7) {
            Mind base = MindCodec.decode(MindCodec.encode(engine.minds.get(from)));
            Mind ticked = from + 1 < size ? FOLDING.before(base, engine.journal.get(from + 1)) : base;

            assertThat(MindCodec.encode(FOLDING.afterAll(base, engine.journal.subList(from + 1, size))))
                    .isEqualTo(end);
            assertThat(MindCodec.encode(FOLDING.afterAll(ticked, engine.journal.subList(from + 1, size))))
                    .isEqualTo(end);
        }
    }

    @Test
    void a_missing_a_doubled_and_a_foreign_entry_are_noticed() {
        List<JournalEntry> journal = life(13, 300).journal;
        List<JournalEntry> missing = new ArrayList<>(journal);
        missing.remove(journal.size() / 2);
        List<JournalEntry> doubled = new ArrayList<>(journal);
        doubled.add(journal.size() / 2, journal.get(journal.size() / 2));

        assertThatThrownBy(() -> FOLDING.afterAll(null, doubled)).isInstanceOf(BrokenHistoryException.class);
        assertThatThrownBy(() -> FOLDING.afterAll(null, journal.subList(1, 3)))
                .isInstanceOf(BrokenHistoryException.class)
                .hasMessageContaining("begins with a birth");
        assertThatThrownBy(() -> assertThat(FOLDING.afterAll(null, missing)).isEqualTo(FOLDING.afterAll(null, journal)))
                .isInstanceOfAny(BrokenHistoryException.class, AssertionError.class);
    }

    @Test
    void reading_along_a_range_is_reading_each_instant_by_itself() {
        Engine engine = life(14, 800);
        WorldTime end = hours(engine.now, 30);
        List<WorldTime> instants = new ArrayList<>();
        for (WorldTime at = MORNING; at.compareTo(end) < 0; at = hours(at, 3.1)) {
            instants.add(at);
        }

        List<Snapshot> along = FOLDING.readAt(null, engine.journal, instants);

        for (int n = 0; n < instants.size(); n += 5) {
            assertThat(along.get(n))
                    .isEqualTo(FOLDING.readAt(null, engine.journal, List.of(instants.get(n)))
                            .getFirst());
        }
    }

    @Test
    void a_journal_that_comes_page_by_page_reads_as_the_whole_one() {
        Engine engine = life(16, 800);
        List<WorldTime> instants = new ArrayList<>();
        for (WorldTime at = MORNING; at.compareTo(hours(engine.now, 30)) < 0; at = hours(at, 2.3)) {
            instants.add(at);
        }
        List<Snapshot> whole = FOLDING.readAt(null, engine.journal, instants);

        for (int page : new int[] {1, 7, 100}) {
            Along along = new Along(FOLDING, null, instants);
            for (int from = 0; from < engine.journal.size(); from += page) {
                int to = Math.min(from + page, engine.journal.size());
                along.goOn(engine.journal.subList(from, to), to == engine.journal.size());
            }
            assertThat(along.snapshots()).as("pages of " + page).isEqualTo(whole);
        }
    }

    @Test
    void the_words_that_a_journal_leaves_out_change_nothing_in_a_life() {
        Mind born = LIVES.born(birth(17));
        Reading reading = new Reading("rules-1", Map.of("praise", .7), Map.of("story", 1.0), 0, DialogueAct.DISCLOSE);
        var message = new Input.OwnerMessage(hours(MORNING, 1), "You are great!", hours(MORNING, 2), reading, null);
        var unread = new Input.OwnerMessage(hours(MORNING, 1), "You are great!", hours(MORNING, 2), null, null);

        assertThat(message.withoutWords().text()).isEmpty();
        assertThat(LIVES.apply(born, message.withoutWords())).isEqualTo(LIVES.apply(born, message));
        assertThat(unread.withoutWords())
                .as("what is read anew keeps its words")
                .isEqualTo(unread);
    }

    @Test
    void an_instant_that_was_leapt_over_reads_as_it_was_read_then_and_the_journal_goes_on_after_it() {
        Mind born = LIVES.born(birth(15));
        Mind lived = LIVES.liveUntil(born, hours(MORNING, 20)).mind();
        WorldTime back = hours(MORNING, 400);
        Mind leapt = LIVES.apply(lived, new Input.Absent(back)).mind();
        List<JournalEntry> journal = List.of(new JournalEntry(new Input.Absent(back), leapt.tick(), leapt.asOf()));

        List<Snapshot> read = FOLDING.readAt(born, journal, List.of(hours(MORNING, 300), hours(MORNING, 401)));

        assertThat(read.getFirst()).isEqualTo(LIVES.readAt(lived, hours(MORNING, 300)));
        assertThat(read.getLast()).isEqualTo(LIVES.readAt(leapt, hours(MORNING, 401)));
    }

    @Test
    void every_kind_of_input_has_a_name_and_is_found_by_it() {
        for (Class<?> type : Input.class.getPermittedSubclasses()) {
            assertThat(type.isRecord()).isTrue();
        }
        assertThat(InputKinds.of(new Input.OwnerMessage(MORNING, "Hello", MORNING, null, null)))
                .isEqualTo("owner_message");
        assertThat(InputKinds.type("owner_message")).contains(Input.OwnerMessage.class);
        assertThat(InputKinds.type("absent")).contains(Input.Absent.class);
        assertThat(InputKinds.type("rain")).isEmpty();
    }
}
