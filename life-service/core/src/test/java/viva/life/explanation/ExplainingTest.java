package viva.life.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static viva.life.folding.Lifetimes.LIVES;
import static viva.life.folding.Lifetimes.MORNING;
import static viva.life.folding.Lifetimes.birth;
import static viva.life.folding.Lifetimes.hours;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.life.explanation.Explanation.Kind;
import viva.life.explanation.Explanation.Step;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.Mind;

class ExplainingTest {
    private static final Explaining EXPLAINING = new Explaining(LIVES);

    private static List<Step> of(Explanation explanation, Kind kind) {
        return explanation.steps().stream().filter(step -> step.kind() == kind).toList();
    }

    private static Step named(Explanation explanation, Kind kind, String name) {
        return of(explanation, kind).stream()
                .filter(step -> step.text().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static Input.OwnerMessage says(WorldTime at, String text) {
        return new Input.OwnerMessage(at, text, hours(at, 1.6), null, null);
    }

    @Test
    void kind_words_are_told_from_what_was_heard_to_what_is_answered() {
        Mind mind = LIVES.liveUntil(LIVES.born(birth(1)), hours(MORNING, 3)).mind();

        Explanation why = EXPLAINING.input(mind, says(hours(MORNING, 3), "I love you, you are wonderful"));

        assertThat(of(why, Kind.EVENT).getFirst().numbers()).containsKeys("affection", "praise");
        assertThat(of(why, Kind.APPRAISAL).getFirst().numbers().get("desirability"))
                .isGreaterThan(.5);
        assertThat(named(why, Kind.EMOTION, "joy").numbers())
                .hasEntrySatisfying("before", before -> assertThat(before).isGreaterThan(0));
        assertThat(named(why, Kind.NEED, "social").numbers().get("after"))
                .isGreaterThan(named(why, Kind.NEED, "social").numbers().get("before"));
        assertThat(of(why, Kind.MOOD).getFirst().numbers().get("in_one_hour"))
                .isGreaterThan(of(why, Kind.MOOD).getFirst().numbers().get("in_one_hour_without"));
        assertThat(of(why, Kind.DESIRE)).hasSize(1);
        assertThat(of(why, Kind.ACT).getFirst().text()).startsWith("it answers: ");
        assertThat(why.steps()).extracting(Step::kind).isSorted();
        assertThat(why.tick()).isEqualTo(mind.tick() + 1);
    }

    @Test
    void what_was_said_in_distress_is_quoted_nowhere() {
        Mind mind = LIVES.liveUntil(LIVES.born(birth(1)), hours(MORNING, 3)).mind();
        Reading despair = new Reading("test-1", Map.of(), Map.of("distress", 1.0), 1, DialogueAct.DISCLOSE);
        WorldTime at = hours(MORNING, 3);

        Explanation why =
                EXPLAINING.input(mind, new Input.OwnerMessage(at, "Since Marcus left…", hours(at, 1.6), despair, null));

        assertThat(why.steps()).noneMatch(step -> step.text().contains("Marcus"));
        assertThat(of(why, Kind.EVENT).getFirst().text()).contains("meant: distress");
    }

    @Test
    void the_act_that_is_told_is_the_one_that_is_said() {
        Mind mind = LIVES.liveUntil(LIVES.born(birth(1)), hours(MORNING, 3)).mind();
        WorldTime at = hours(MORNING, 3);
        Reading invited = new Reading("test-1", Map.of(), Map.of("invitation", 1.0), 0, DialogueAct.INVITE);
        Input message = new Input.OwnerMessage(at, "Shall we go for a walk?", hours(at, 1.6), invited, null);

        String act = LIVES.apply(mind, message).intents().stream()
                .filter(Intent.Speak.class::isInstance)
                .map(intent -> ((Intent.Speak) intent).act().label())
                .findFirst()
                .orElseThrow();

        assertThat(act).isIn("accept", "decline");
        assertThat(of(EXPLAINING.input(mind, message), Kind.ACT).getFirst().text())
                .isEqualTo("it answers: " + act);
    }

    @Test
    void the_numbers_are_those_of_the_mind() {
        Mind mind = LIVES.liveUntil(LIVES.born(birth(2)), hours(MORNING, 3)).mind();
        Input input = says(hours(MORNING, 3), "I hate you, idiot");

        Explanation why = EXPLAINING.input(mind, input);
        Mind after = LIVES.apply(mind, input).mind();

        assertThat(named(why, Kind.EMOTION, "anger").numbers().get("after"))
                .isEqualTo(LIVES.readAt(after, after.asOf()).emotions().anger());
    }

    @Test
    void a_choice_is_told_with_its_chances_and_the_luck_that_was_drawn() {
        Mind mind = LIVES.born(birth(3));
        Explanation why = EXPLAINING.tick(mind);
        while (of(why, Kind.CHOICE).isEmpty()) {
            mind = LIVES.tick(mind).mind();
            why = EXPLAINING.tick(mind);
        }

        List<Step> options = of(why, Kind.CHOICE);

        assertThat(options).hasSize(4);
        assertThat(options.stream()
                        .mapToDouble(o -> o.numbers().get("probability"))
                        .sum())
                .isCloseTo(1, within(1e-9));
        double passed = 0;
        for (Step option : options) {
            double chance = option.numbers().get("probability");
            Double luck = option.numbers().get("luck");
            if (luck != null) {
                assertThat(luck).isBetween(passed - 1e-9, passed + chance + 1e-9);
            }
            passed += chance;
        }
        assertThat(options.stream().filter(o -> o.numbers().containsKey("luck")))
                .hasSize(1);
        assertThat(of(why, Kind.ACT).getFirst().text()).startsWith("it went from thinking to ");
    }

    @Test
    void every_tick_of_a_week_has_a_cause() {
        Mind mind = LIVES.born(birth(4));
        while (mind.asOf().compareTo(hours(MORNING, 168)) < 0) {
            Explanation why = EXPLAINING.tick(mind);
            mind = LIVES.tick(mind).mind();

            assertThat(of(why, Kind.EVENT)).isNotEmpty();
            assertThat(why.tick()).isEqualTo(mind.tick());
        }
    }

    @Test
    void a_need_that_sank_is_named_with_its_threshold() {
        Mind mind = LIVES.born(birth(5));
        while (!LIVES.tick(mind).mind().activity().label().equals("thinking")) {
            mind = LIVES.tick(mind).mind();
        }

        List<Step> needs = of(EXPLAINING.tick(mind), Kind.NEED);

        assertThat(needs).isNotEmpty();
        assertThat(needs.getFirst().numbers().get("level"))
                .isLessThanOrEqualTo(needs.getFirst().numbers().get("threshold") + 1e-3);
    }

    @Test
    void a_long_message_is_quoted_in_part_and_never_in_half_a_character() {
        String text = "x".repeat(199) + "\uD83D\uDE00".repeat(50);

        String told = EXPLAINING
                .input(LIVES.born(birth(6)), says(MORNING, text))
                .steps()
                .getFirst()
                .text();

        assertThat(told).contains("x".repeat(199) + "\u2026");
    }

    @Test
    void a_birth_and_an_absence_are_told() {
        Mind mind = LIVES.born(birth(7));

        assertThat(EXPLAINING.birth(birth(7)).steps().getFirst().text()).startsWith("a life begins");
        assertThat(EXPLAINING
                        .input(mind, new Input.Absent(hours(MORNING, 500)))
                        .steps()
                        .getFirst()
                        .text())
                .endsWith("that nobody lived");
    }
}
