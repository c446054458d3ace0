package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static viva.life.mind.People.LIVES;
import static viva.life.mind.People.MORNING;
import static viva.life.mind.People.hours;
import static viva.life.mind.People.newborn;
import static viva.life.mind.People.says;

import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import viva.contracts.DialogueAct;
import viva.contracts.WorldTime;
import viva.life.mind.Input.Born;
import viva.life.mind.Input.Spoke;

class LivesTest {
    @Test
    void a_newborn_is_awake_and_content_at_its_baseline() {
        Mind mind = newborn(1);
        Snapshot now = LIVES.readAt(mind, MORNING);

        assertThat(now.asleep()).isFalse();
        assertThat(now.mood()).isEqualTo(mind.temperament().pleasure());
        assertThat(now.activity().label()).isEqualTo("idle");
        assertThat(mind.nextTick()).isGreaterThan(MORNING);
    }

    @Test
    void reading_changes_nothing_however_often() {
        Mind mind = newborn(1);
        byte[] before = MindCodec.encode(mind);

        for (int minute = 0; minute < 3_000; minute++) {
            LIVES.readAt(mind, hours(MORNING, minute / 60.0));
        }

        assertThat(MindCodec.encode(mind)).isEqualTo(before);
    }

    @Test
    void living_in_many_small_steps_is_living_in_one_jump_byte_for_byte() {
        SplittableRandom random = new SplittableRandom(8);

        for (int number = 1; number <= 50; number++) {
            Mind start = newborn(number, People.random(random));
            WorldTime at = MORNING;
            Mind step = start;
            while (at.hoursSince(MORNING) < 140) {
                at = hours(at, random.nextDouble(6));
                step = LIVES.liveUntil(step, at).mind();
            }

            Mind jump = LIVES.liveUntil(start, at).mind();

            assertThat(MindCodec.encode(step)).as("avatar " + number).isEqualTo(MindCodec.encode(jump));
        }
    }

    @Test
    void reading_the_future_shows_what_is_then_lived() {
        Mind mind = newborn(2);
        WorldTime evening = hours(MORNING, 9.3);

        Snapshot foreseen = LIVES.readAt(mind, evening);
        Snapshot lived = LIVES.readAt(LIVES.liveUntil(mind, evening).mind(), evening);

        assertThat(foreseen).isEqualTo(lived);
    }

    @Test
    void the_same_inputs_give_the_same_life_and_another_world_another() {
        assertThat(MindCodec.encode(eventfulLife(LIVES)))
                .isEqualTo(MindCodec.encode(eventfulLife(new Lives(LifeParameters.DEFAULT, People.SEED))));
        assertThat(eventfulLife(new Lives(LifeParameters.DEFAULT, People.SEED + 1)))
                .isNotEqualTo(eventfulLife(LIVES));
    }

    @Test
    void a_life_pinned_by_its_bytes_is_the_same_on_every_machine() {
        CRC32C fingerprint = new CRC32C();
        fingerprint.update(MindCodec.encode(eventfulLife(LIVES)));

        assertThat(fingerprint.getValue()).isEqualTo(240464438L);
    }

    @Test
    void a_late_tick_happens_at_its_scheduled_time() {
        Mind mind = newborn(3);

        assertThat(LIVES.tick(mind).mind().asOf()).isEqualTo(mind.nextTick());
    }

    @Test
    void an_input_takes_effect_after_the_ticks_that_were_due_before_it() {
        Mind mind = newborn(4);
        WorldTime later = hours(MORNING, 10);
        Outcome lived = LIVES.liveUntil(mind, later);

        Outcome applied = LIVES.apply(mind, says(later, "Hello"));

        assertThat(applied)
                .isEqualTo(new Outcome(
                        LIVES.apply(lived.mind(), says(later, "Hello")).mind(), applied.intents(), lived.ticks()));
        assertThat(applied.intents()).startsWith(lived.intents().toArray(Intent[]::new));
        assertThat(applied.intents().getLast()).isEqualTo(new Intent.Speak(later, DialogueAct.GREET, false));
    }

    @Test
    void an_input_from_the_past_takes_effect_at_the_minds_own_time() {
        Mind mind = LIVES.liveUntil(newborn(5), hours(MORNING, 5)).mind();

        Outcome applied = LIVES.apply(mind, says(MORNING, "Hello"));

        assertThat(applied.mind().asOf()).isEqualTo(mind.asOf());
        assertThat(applied.mind().tick()).isEqualTo(mind.tick() + 1);
        assertThat(LIVES.liveUntil(mind, MORNING).mind()).isEqualTo(mind);
        assertThat(LIVES.readAt(mind, MORNING)).isEqualTo(LIVES.readAt(mind, mind.asOf()));
    }

    @Test
    void being_born_twice_changes_nothing() {
        Mind mind = newborn(6);

        assertThat(LIVES.apply(mind, new Born(MORNING, People.avatar(6), People.average()))
                        .mind())
                .isEqualTo(mind);
    }

    @Test
    void kind_words_lift_the_mood_within_the_hour_and_hostile_ones_press_it_down() {
        Mind mind = newborn(7);
        WorldTime later = hours(MORNING, 1);
        double plain =
                moodAfter(LIVES.apply(mind, says(MORNING, "The train was late")).mind(), later);

        assertThat(moodAfter(
                        LIVES.apply(mind, says(MORNING, "I love you, you are wonderful"))
                                .mind(),
                        later))
                .isGreaterThan(plain);
        assertThat(moodAfter(
                        LIVES.apply(mind, says(MORNING, "I hate you, idiot")).mind(), later))
                .isLessThan(plain - .02);
    }

    @Test
    void a_chat_is_company_until_it_ends() {
        Mind mind = LIVES.liveUntil(newborn(8), hours(MORNING, 3)).mind();
        WorldTime now = hours(MORNING, 3);
        double before = LIVES.readAt(mind, now).needs().social();

        Mind chatting = LIVES.apply(mind, says(now, "Hello")).mind();
        Mind after = LIVES.liveUntil(chatting, hours(now, 2)).mind();

        assertThat(chatting.chatting()).isTrue();
        assertThat(after.chatting()).isFalse();
        assertThat(LIVES.readAt(chatting, hours(now, 1.6)).needs().social()).isGreaterThan(before + 15);
        assertThat(LIVES.readAt(chatting, hours(now, 3)).needs().social())
                .isLessThan(LIVES.readAt(chatting, hours(now, 1.6)).needs().social());
    }

    @Test
    void care_comforts() {
        Mind mind = LIVES.liveUntil(newborn(9), hours(MORNING, 3)).mind();
        WorldTime now = hours(MORNING, 3);

        double cared = LIVES.readAt(
                        LIVES.apply(mind, says(now, "Take care of yourself")).mind(), now)
                .needs()
                .comfort();
        double plain = LIVES.readAt(LIVES.apply(mind, says(now, "It rains")).mind(), now)
                .needs()
                .comfort();

        assertThat(cared).isGreaterThan(plain + 1);
    }

    @Test
    void a_sleeping_avatar_answers_half_asleep_and_sleeps_on() {
        Mind night = LIVES.liveUntil(newborn(10), hours(MORNING, 18)).mind();
        WorldTime now = hours(MORNING, 18);
        assertThat(night.asleep()).isTrue();

        Outcome answered = LIVES.apply(night, says(now, "Are you awake?"));

        assertThat(answered.intents()).containsExactly(new Intent.Speak(now, DialogueAct.DISCLOSE, true));
        assertThat(answered.mind().asleep()).isTrue();
        assertThat(answered.mind().sleep()).isEqualTo(night.sleep());
        assertThat(answered.mind().nextTick()).isEqualTo(night.nextTick());
        assertThat(answered.mind().chatting()).isFalse();
    }

    @Test
    void a_running_chat_postpones_sleep_by_two_world_hours_at_most() {
        Mind evening = LIVES.liveUntil(newborn(11), hours(MORNING, 12)).mind();
        long due = evening.sleep().switchAt();
        Mind chatting = evening;

        for (long at = evening.asOfMillis(); !chatting.asleep(); at += 600_000) {
            assertThat(at).isLessThan(due + 3 * 3_600_000L);
            chatting =
                    LIVES.apply(chatting, says(new WorldTime(at), "And then?")).mind();
        }

        assertThat(chatting.sleep().since() - due).isEqualTo(2 * 3_600_000L);
        assertThat(chatting.chatting()).isFalse();
    }

    @Test
    void a_chat_that_ends_soon_after_bedtime_postpones_sleep_no_longer_than_itself() {
        Mind evening = LIVES.liveUntil(newborn(12), hours(MORNING, 12)).mind();
        WorldTime due = new WorldTime(evening.sleep().switchAt());

        Mind chatting = LIVES.apply(
                        evening, new Input.OwnerMessage(hours(due, -.5), "Hello", hours(due, .25), null, null))
                .mind();
        Mind asleep = LIVES.liveUntil(chatting, hours(due, 1)).mind();

        assertThat(asleep.sleep().since() - due.millis()).isEqualTo(15 * 60_000L);
    }

    @Test
    void an_owner_who_writes_all_night_does_not_change_the_morning() {
        Mind night = LIVES.liveUntil(newborn(13), hours(MORNING, 16)).mind();
        long morning = night.sleep().switchAt();
        Mind mind = night;

        for (long at = night.asOfMillis(); at < morning; at += 900_000) {
            mind = LIVES.apply(mind, says(new WorldTime(at), "Wake up!")).mind();
        }

        assertThat(mind.sleep().switchAt()).isEqualTo(morning);
        assertThat(LIVES.liveUntil(mind, new WorldTime(morning)).mind().asleep())
                .isFalse();
    }

    @Test
    void having_spoken_is_a_small_relief() {
        Mind mind = newborn(14);

        Outcome spoken = LIVES.apply(mind, new Spoke(MORNING));

        assertThat(spoken.intents()).isEmpty();
        assertThat(LIVES.readAt(spoken.mind(), MORNING).emotions().joy())
                .isGreaterThan(LIVES.readAt(mind, MORNING).emotions().joy());
    }

    @Test
    void after_more_than_a_week_nothing_is_invented() {
        Mind mind = LIVES.apply(newborn(15), says(MORNING, "I love you")).mind();
        WorldTime later = hours(MORNING, 24 * 10 + 5);

        Outcome leapt = LIVES.liveUntil(mind, later);
        Snapshot now = LIVES.readAt(mind, later);

        assertThat(leapt.intents()).isEmpty();
        assertThat(leapt.mind().thought()).isEqualTo(mind.thought());
        assertThat(now.needs().social()).isGreaterThanOrEqualTo(40);
        assertThat(now.mood()).isCloseTo(mind.temperament().pleasure(), within(.02));
        assertThat(now.asleep()).isFalse();
        assertThat(LIVES.readAt(mind, hours(MORNING, 24 * 10 + 18)).asleep()).isTrue();
    }

    @Test
    void two_leaps_end_where_one_does() {
        Mind mind = newborn(16);
        WorldTime end = hours(MORNING, 24 * 20);

        Snapshot twice =
                LIVES.readAt(LIVES.liveUntil(mind, hours(MORNING, 24 * 9)).mind(), end);
        Snapshot once = LIVES.readAt(mind, end);

        assertThat(twice.mood()).isCloseTo(once.mood(), within(1e-9));
        assertThat(twice.needs().social()).isCloseTo(once.needs().social(), within(1e-9));
        assertThat(twice.needs().energy()).isCloseTo(once.needs().energy(), within(1e-9));
    }

    @Test
    void the_furthest_future_has_a_reading_and_what_lies_beyond_is_refused() {
        Mind mind = newborn(17);
        WorldTime furthest = new WorldTime(Mind.HORIZON);

        assertThat(LIVES.readAt(mind, furthest).mood()).isBetween(-1.0, 1.0);
        for (long beyond : new long[] {Mind.HORIZON + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> LIVES.readAt(mind, new WorldTime(beyond)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("world_time = " + beyond);
            assertThatThrownBy(() -> LIVES.apply(mind, new Spoke(new WorldTime(beyond))))
                    .hasMessageContaining("world_time = " + beyond);
            assertThatThrownBy(() -> LIVES.born(new Born(new WorldTime(beyond), People.avatar(1), People.average())))
                    .hasMessageContaining("world_time = " + beyond);
        }
    }

    private static double moodAfter(Mind mind, WorldTime at) {
        return LIVES.readAt(mind, at).mood();
    }

    private static Mind eventfulLife(Lives lives) {
        Mind mind = lives.born(new Born(MORNING, People.avatar(1), People.average()));
        String[] words = {"Hello!", "I love you", "Du nervst!", "¿Cómo estás?", "Minha avó morreu", "good night"};
        for (int i = 0; i < 60; i++) {
            WorldTime at = hours(MORNING, i * 3.7);
            mind = lives.apply(mind, says(at, words[i % words.length])).mind();
            mind = lives.apply(mind, new Spoke(hours(at, .1))).mind();
        }
        return mind;
    }
}
