package viva.life.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.life.feeling.Feeling;
import viva.life.feeling.FeelingParameters;
import viva.life.feeling.Feelings;
import viva.life.feeling.Impulses;
import viva.life.temperament.Temperament;
import viva.life.tie.Tie;

/** Whole conversations of all kinds of people. */
class TalkTest {
    private static final int MANY = 2_000;
    private static final long NOON = 1_893_499_200_000L;

    /** Of the acts that leave the other little choice. */
    private static final Map<DialogueAct, Set<DialogueAct>> SECOND_HALVES = Map.of(
            DialogueAct.ASK, Set.of(DialogueAct.ANSWER, DialogueAct.DECLINE),
            DialogueAct.INVITE, Set.of(DialogueAct.ACCEPT, DialogueAct.DECLINE),
            DialogueAct.GOODBYE, Set.of(DialogueAct.GOODBYE),
            DialogueAct.JOKE,
                    Set.of(
                            DialogueAct.LAUGH,
                            DialogueAct.GROAN,
                            DialogueAct.JOKE,
                            DialogueAct.TEASE,
                            DialogueAct.ACKNOWLEDGE));

    @Test
    void every_conversation_ends_with_a_goodbye_and_says_nothing_three_times_in_a_row() {
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 0; number < MANY; number++) {
            List<DialogueAct> acts =
                    plan(number, anybody(random), anybody(random)).acts();

            assertThat(acts).hasSizeBetween(3, Script.MOST_TURNS);
            assertThat(acts.getLast()).isEqualTo(DialogueAct.GOODBYE);
            for (int i = 2; i < acts.size(); i++) {
                assertThat(EnumSet.of(acts.get(i), acts.get(i - 1), acts.get(i - 2)))
                        .as("conversation %d: %s", number, acts)
                        .hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void a_first_half_is_followed_by_one_of_its_second_halves() {
        SplittableRandom random = new SplittableRandom(4);
        for (int number = 0; number < MANY; number++) {
            List<DialogueAct> acts =
                    plan(number, anybody(random), anybody(random)).acts();

            for (int turn = 0; turn + 1 < acts.size(); turn++) {
                Set<DialogueAct> halves = SECOND_HALVES.get(acts.get(turn));
                if (halves != null) {
                    assertThat(halves).as("turn %d of %s", turn, acts).contains(acts.get(turn + 1));
                }
            }
        }
    }

    @Test
    void one_greets_at_the_beginning_alone_and_a_goodbye_is_answered_with_one() {
        SplittableRandom random = new SplittableRandom(5);
        for (int number = 0; number < MANY; number++) {
            List<DialogueAct> acts =
                    plan(number, anybody(random), anybody(random)).acts();

            assertThat(acts.lastIndexOf(DialogueAct.GREET)).as("%s", acts).isLessThan(2);
            assertThat(acts.subList(acts.size() - 2, acts.size()))
                    .as("%s", acts)
                    .containsOnly(DialogueAct.GOODBYE);
        }
    }

    @Test
    void a_second_half_is_about_what_the_first_was_and_nothing_is_asked_twice() {
        SplittableRandom random = new SplittableRandom(6);
        for (int number = 0; number < MANY; number++) {
            Talk.Plan plan = plan(number, anybody(random), anybody(random));
            Set<String> asked = new HashSet<>();
            for (int turn = 0; turn < plan.acts().size(); turn++) {
                DialogueAct act = plan.acts().get(turn);
                if (act == DialogueAct.ASK) {
                    assertThat(asked.add(turn % 2 + " " + plan.topics().get(turn)))
                            .as("%s", plan)
                            .isTrue();
                    assertThat(plan.topics().get(turn)).isNotEqualTo(TalkTopic.NOTHING);
                }
                if (act == DialogueAct.ANSWER) {
                    assertThat(plan.topics().get(turn)).isEqualTo(plan.topics().get(turn - 1));
                }
            }
        }
    }

    @Test
    void every_act_is_chosen_by_somebody() {
        SplittableRandom random = new SplittableRandom(2);
        EnumSet<DialogueAct> seen = EnumSet.noneOf(DialogueAct.class);
        for (int number = 0; number < MANY; number++) {
            seen.addAll(plan(number, anybody(random), anybody(random)).acts());
        }

        assertThat(seen).isEqualTo(EnumSet.allOf(DialogueAct.class));
    }

    @Test
    void outcomes_stay_in_their_ranges() {
        SplittableRandom random = new SplittableRandom(3);
        for (int number = 0; number < MANY; number++) {
            ConversationOutcome outcome =
                    plan(number, anybody(random), anybody(random)).outcome();

            assertThat(List.of(
                            outcome.depth(),
                            outcome.mutualUnderstanding(),
                            outcome.hostEnjoyment(),
                            outcome.guestEnjoyment(),
                            outcome.flirtation(),
                            outcome.conflict(),
                            outcome.vulnerability(),
                            outcome.humorMatch()))
                    .as("conversation " + number)
                    .allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
        }
    }

    @Test
    void the_same_two_in_the_same_conversation_say_the_same() {
        Party luna = kind(BondStatus.FRIENDS);
        Party sol = kind(BondStatus.FRIENDS);

        assertThat(plan(1, luna, sol)).isEqualTo(plan(1, luna, sol));
        assertThat(plan(1, luna, sol).acts()).isNotEqualTo(plan(2, luna, sol).acts());
    }

    @Test
    void angry_and_disagreeable_people_fight_more_than_kind_ones() {
        double kind = 0;
        double harsh = 0;
        for (int number = 0; number < 300; number++) {
            kind += plan(number, kind(BondStatus.FRIENDS), kind(BondStatus.FRIENDS))
                    .outcome()
                    .conflict();
            harsh += plan(number, harsh(), harsh()).outcome().conflict();
        }

        assertThat(harsh).isGreaterThan(3 * kind);
    }

    @Test
    void a_first_meeting_is_a_turning_point_and_a_chat_of_friends_is_none() {
        Party stranger = party(.5, .7, .3, Tie.stranger(id(2)), 0);

        assertThat(plan(1, stranger, stranger).turningPoint()).isTrue();
        assertThat(plan(1, kind(BondStatus.FRIENDS), kind(BondStatus.FRIENDS)).turningPoint())
                .isFalse();
    }

    @Test
    void two_in_love_ask_each_other_out_and_a_worn_couple_breaks_up() {
        boolean yes = false;
        boolean over = false;
        for (int number = 0; number < 500; number++) {
            Party love = kind(BondStatus.MUTUAL_CRUSH);
            yes |= "yes_to_dating".equals(plan(number, love, love).outcome().turningPoint());
            Party worn = party(.5, .2, .9, tie(BondStatus.DATING, .2f, .2f, .3f), .6);
            over |= "break_up".equals(plan(number, worn, worn).outcome().turningPoint());
        }

        assertThat(yes).isTrue();
        assertThat(over).isTrue();
    }

    private static Talk.Plan plan(int number, Party host, Party guest) {
        ConversationId id = new ConversationId(new UUID(number * 0x9e3779b97f4a7c15L, number));
        return Talk.plan(id, host, guest, new Rapport(.7, .3), NOON, FeelingParameters.DEFAULT);
    }

    private static Party kind(BondStatus status) {
        return party(.6, .9, .2, tie(status, .7f, .6f, .7f), 0);
    }

    private static Party harsh() {
        return party(.5, .1, .9, tie(BondStatus.ACQUAINTANCES, .4f, .1f, 0), .5);
    }

    private static Tie tie(BondStatus status, float trust, float affection, float attraction) {
        return new Tie(id(2), status, .5f, trust, affection, attraction, .5f, 3, NOON);
    }

    private static Party anybody(SplittableRandom random) {
        BondStatus[] statuses = BondStatus.values();
        Tie tie = new Tie(
                id(2),
                statuses[random.nextInt(statuses.length)],
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextFloat(),
                random.nextInt(3),
                NOON);
        return party(random.nextDouble(), random.nextDouble(), random.nextDouble(), tie, random.nextDouble());
    }

    private static Party party(double extraversion, double agreeableness, double neuroticism, Tie tie, double anger) {
        Temperament self =
                new Temperament(1, .5, .5, extraversion, agreeableness, neuroticism, AttachmentStyle.SECURE, 15.6);
        Feelings feelings = Feelings.calm(self, NOON)
                .stirred(Impulses.NONE.and(Feeling.ANGER, anger).and(Feeling.SADNESS, anger / 3), .3, self);
        return new Party(id(1), self, feelings, 70, tie);
    }

    private static AvatarId id(long number) {
        return new AvatarId(new UUID(7, number));
    }
}
