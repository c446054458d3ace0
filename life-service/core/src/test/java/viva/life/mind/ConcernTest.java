package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;
import static viva.life.mind.People.MORNING;
import static viva.life.mind.People.hours;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.life.explanation.Explaining;
import viva.life.explanation.Explanation;

/** After a sign of distress an avatar is concerned about its owner. */
class ConcernTest {
    private static final double DAYS = 14 * 24;
    private static final WorldTime NOON = hours(MORNING, 3);
    private static final Reading DESPAIR =
            new Reading("test-1", Map.of(), Map.of("distress", 1.0), 1, DialogueAct.DISCLOSE);
    private static final Reading BETTER =
            new Reading("test-1", Map.of("good_news", .5), Map.of("feeling_better", 1.0), 0, DialogueAct.DISCLOSE);
    private static final Reading LOVE =
            new Reading("test-1", Map.of("affection", .9, "praise", .9), Map.of("love", 1.0), 0, DialogueAct.DISCLOSE);

    private static Outcome hears(Mind mind, WorldTime at, Reading reading) {
        return LIVES.apply(mind, new Input.OwnerMessage(at, "…", hours(at, 1.6), reading, hours(at, DAYS)));
    }

    private static Mind worried() {
        return hears(People.newborn(1), NOON, DESPAIR).mind();
    }

    private static boolean isConcerned(Mind mind, WorldTime at) {
        return LIVES.readAt(mind, at).concern();
    }

    @Test
    void it_lasts_for_its_time_and_a_further_sign_prolongs_it() {
        Mind mind = worried();
        Mind again = hears(mind, hours(NOON, 48), DESPAIR).mind();

        assertThat(isConcerned(mind, hours(NOON, DAYS - .01))).isTrue();
        assertThat(isConcerned(mind, hours(NOON, DAYS + .01))).isFalse();
        assertThat(isConcerned(again, hours(NOON, DAYS + 47))).isTrue();
        assertThat(isConcerned(again, hours(NOON, DAYS + 49))).isFalse();
    }

    @Test
    void the_word_that_it_is_better_ends_it_and_a_kind_word_does_not() {
        Mind mind = worried();

        assertThat(isConcerned(hears(mind, hours(NOON, 1), LOVE).mind(), hours(NOON, 2)))
                .isTrue();
        assertThat(isConcerned(hears(mind, hours(NOON, 1), BETTER).mind(), hours(NOON, 2)))
                .isFalse();
    }

    @Test
    void it_is_better_is_no_end_in_the_same_breath_as_danger() {
        Reading both = new Reading("test-1", Map.of(), Map.of("feeling_better", 1.0, "distress", 1.0), .9, null);

        assertThat(isConcerned(hears(worried(), hours(NOON, 1), both).mind(), hours(NOON, 2)))
                .isTrue();
    }

    @Test
    void its_owner_can_erase_it() {
        Mind erased =
                LIVES.apply(worried(), new Input.ConcernErased(hours(NOON, 1))).mind();

        assertThat(isConcerned(erased, hours(NOON, 1))).isFalse();
        assertThat(MindCodec.encode(erased)[0]).isEqualTo(MindCodec.VERSION);
    }

    @Test
    void the_mood_of_nobody_rises_after_a_sign_of_danger() {
        SplittableRandom random = new SplittableRandom(14);
        for (int n = 1; n <= 300; n++) {
            Mind mind = People.newborn(n, People.random(random));
            for (int before = random.nextInt(4); before > 0; before--) {
                mind = hears(mind, hours(NOON, -.1 * before), LOVE).mind();
            }
            double then = LIVES.readAt(mind, NOON).mood();
            Mind after = hears(mind, NOON, DESPAIR).mind();
            after = LIVES.apply(after, new Input.Spoke(hours(NOON, .05))).mind();

            for (double later = 0; later <= 3; later += .05) {
                assertThat(LIVES.readAt(after, hours(NOON, later)).mood())
                        .as("person %d after %.2f hours", n, later)
                        .isLessThanOrEqualTo(then + 1e-9);
            }
        }
    }

    @Test
    void what_would_be_a_joy_is_a_worry_while_it_lasts() {
        Mind calm = People.newborn(2);
        Mind worried = LIVES.liveUntil(hears(calm, NOON, DESPAIR).mind(), hours(NOON, 30))
                .mind();
        WorldTime then = worried.asOf();

        Mind welcomed = LIVES.apply(worried, new Input.OwnerCame(then, 24)).mind();

        assertThat(LIVES.readAt(welcomed, then).emotions().joy())
                .isLessThanOrEqualTo(LIVES.readAt(worried, then).emotions().joy());
        assertThat(LIVES.readAt(welcomed, then).emotions().fear())
                .isGreaterThan(LIVES.readAt(worried, then).emotions().fear());
    }

    @Test
    void nothing_is_a_joke_while_it_lasts() {
        for (String intent : List.of("statement", "laughter", "asks_joke", "greeting", "thanks")) {
            Reading reading = new Reading("test-1", Map.of(), Map.of(intent, 1.0), 0, null);
            for (int n = 1; n <= 100; n++) {
                Mind mind = hears(People.newborn(n), NOON, DESPAIR).mind();

                assertThat(hears(mind, hours(NOON, .1), reading).intents())
                        .filteredOn(Intent.Speak.class::isInstance)
                        .allSatisfy(speak ->
                                assertThat(((Intent.Speak) speak).act()).isNotIn(DialogueAct.JOKE, DialogueAct.TEASE));
            }
        }
    }

    @Test
    void it_is_part_of_the_stored_mind_and_costs_eight_bytes_while_it_lasts() {
        Mind mind = worried();
        byte[] bytes = MindCodec.encode(mind);
        Mind later = LIVES.liveUntil(mind, hours(NOON, 100)).mind();

        assertThat(MindCodec.decode(bytes)).isEqualTo(mind);
        assertThat(bytes).hasSize(MindCodec.encode(mind.withoutConcern()).length + Long.BYTES);
        assertThat(MindCodec.decode(MindCodec.encode(mind.withoutConcern()))).isEqualTo(mind.withoutConcern());
        assertThat(isConcerned(MindCodec.decode(MindCodec.encode(later)), hours(NOON, 101)))
                .isTrue();
    }

    @Test
    void a_mind_that_is_over_it_is_as_small_as_before() {
        Mind over = worried();
        for (double at = 24; at <= DAYS + 24; at += 24) {
            over = LIVES.liveUntil(over, hours(NOON, at)).mind();
        }

        assertThat(over.concernUntilMillis()).isEqualTo(Mind.NO_CONCERN);
        assertThat(MindCodec.encode(over)[0]).isEqualTo(MindCodec.VERSION);
    }

    @Test
    void why_tells_it_to_the_owner() {
        Input message = new Input.OwnerMessage(NOON, "…", hours(NOON, 1.6), DESPAIR, hours(NOON, DAYS));

        Explanation why = new Explaining(LIVES)
                .input(LIVES.liveUntil(People.newborn(1), NOON).mind(), message);

        assertThat(why.steps())
                .extracting(Explanation.Step::text)
                .contains("it is concerned about its owner now", "it answers: comfort");
    }
}
