package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.EndReason;
import viva.contracts.WorldTime;
import viva.life.activity.InConversation;
import viva.life.feeling.Feeling;
import viva.life.talk.Script;

/** Invitations and conversations, as one mind lives them. */
class MeetingTest {
    private static final AvatarId SOL = People.avatar(1_000);
    private static final ConversationId TALK = new ConversationId(new UUID(5, 5));
    private static final List<DialogueAct> KIND = List.of(
            DialogueAct.GREET,
            DialogueAct.GREET,
            DialogueAct.COMPLIMENT,
            DialogueAct.THANK,
            DialogueAct.GOODBYE,
            DialogueAct.GOODBYE);
    private static final List<DialogueAct> HARSH = List.of(
            DialogueAct.GREET,
            DialogueAct.GREET,
            DialogueAct.ARGUE,
            DialogueAct.ARGUE,
            DialogueAct.GOODBYE,
            DialogueAct.GOODBYE);

    @Test
    void somebody_awake_and_idle_accepts_and_waits_for_the_first_word() {
        Outcome outcome = invited(People.newborn(1));

        assertThat(outcome.intents()).containsExactly(new Intent.Answer(noon(), SOL, TALK, null));
        assertThat(outcome.mind().activity().label()).isEqualTo("in_conversation");
    }

    @Test
    void a_guest_whose_host_never_says_a_word_goes_on_with_its_life() {
        Mind waiting = invited(People.newborn(1)).mind();

        Outcome later = LIVES.liveUntil(waiting, People.hours(noon(), 1));

        assertThat(later.mind().activity().label()).isNotEqualTo("in_conversation");
        assertThat(later.intents().stream().filter(Intent.Parted.class::isInstance))
                .singleElement()
                .extracting(intent -> ((Intent.Parted) intent).script())
                .isNull();
    }

    @Test
    void a_sleeper_declines_and_says_so() {
        Mind mind = People.newborn(1);
        WorldTime night = new WorldTime(People.MORNING.millis() + 18 * 3_600_000L);
        Mind asleep = LIVES.liveUntil(mind, night).mind();

        Outcome outcome = LIVES.apply(asleep, new Input.Invited(night, SOL, TALK, true));

        assertThat(asleep.asleep()).isTrue();
        assertThat(outcome.intents()).containsExactly(new Intent.Answer(night, SOL, TALK, EndReason.ASLEEP));
    }

    @Test
    void nobody_takes_part_in_two_conversations() {
        Mind waiting = invited(People.newborn(1)).mind();
        ConversationId other = new ConversationId(new UUID(6, 6));

        Outcome outcome = LIVES.apply(waiting, new Input.Invited(noon(), People.avatar(7), other, true));

        assertThat(outcome.intents())
                .containsExactly(new Intent.Answer(noon(), People.avatar(7), other, EndReason.IN_CONVERSATION));
    }

    @Test
    void each_act_of_the_other_is_felt_when_it_lands() {
        Mind kind = after(KIND);
        Mind harsh = after(HARSH);

        assertThat(kind.feelings().offset(Feeling.JOY)).isPositive();
        assertThat(harsh.feelings().offset(Feeling.ANGER)).isPositive();
        assertThat(harsh.feelings().mood()).isLessThan(kind.feelings().mood());
    }

    @Test
    void a_conversation_fills_the_need_for_company_and_ends_by_itself() {
        Mind before = invited(People.newborn(1)).mind();
        Outcome outcome = LIVES.liveUntil(met(before, KIND, noon()), People.hours(noon(), .5));

        Intent.Parted parted = outcome.intents().stream()
                .filter(Intent.Parted.class::isInstance)
                .map(Intent.Parted.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(parted.landed()).isEqualTo(KIND.size());
        assertThat(parted.script().acts()).isEqualTo(KIND);
        assertThat(LIVES.readAt(outcome.mind(), People.hours(noon(), .5))
                        .needs()
                        .social())
                .isGreaterThan(LIVES.readAt(before, noon()).needs().social());
        assertThat(outcome.mind().relations().circle().find(SOL)).isPresent();
    }

    @Test
    void a_conversation_lived_in_one_leap_is_the_one_read_minute_by_minute() {
        Mind begun = met(invited(People.newborn(1)).mind(), KIND, noon());
        WorldTime end = People.hours(noon(), 1);

        Mind stepwise = begun;
        for (long at = noon().millis(); at <= end.millis(); at += 30_000) {
            stepwise = LIVES.liveUntil(stepwise, new WorldTime(at)).mind();
        }

        assertThat(MindCodec.encode(stepwise))
                .isEqualTo(MindCodec.encode(LIVES.liveUntil(begun, end).mind()));
    }

    @Test
    void a_conversation_that_nobody_waits_for_any_more_is_left() {
        Mind idle = LIVES.liveUntil(People.newborn(1), noon()).mind();

        Outcome outcome = LIVES.apply(idle, meeting(KIND, noon(), true));

        assertThat(outcome.intents()).contains(new Intent.Leave(noon(), SOL, TALK, EndReason.NO_LONGER_WAITING));
    }

    @Test
    void told_twice_that_it_begins_a_conversation_begins_once() {
        Mind begun = met(invited(People.newborn(1)).mind(), KIND, noon());

        Outcome again = LIVES.apply(begun, meeting(HARSH, noon(), false));

        assertThat(again.intents()).isEmpty();
        assertThat(((InConversation) again.mind().activity()).script().acts()).isEqualTo(KIND);
    }

    @Test
    void a_conversation_that_is_cut_ends_at_once_with_what_was_said() {
        Mind begun = met(invited(People.newborn(1)).mind(), KIND, noon());
        WorldTime soon = People.hours(noon(), .1);

        Outcome outcome = LIVES.apply(begun, new Input.Cut(soon, TALK));

        assertThat(outcome.mind().activity().label()).isEqualTo("socializing");
        assertThat(outcome.intents())
                .anySatisfy(intent -> assertThat(intent)
                        .isInstanceOfSatisfying(
                                Intent.Parted.class,
                                parted -> assertThat(parted.landed()).isBetween(1, KIND.size() - 1)));
    }

    @Test
    void an_owner_who_names_somebody_makes_it_ask_whatever_it_was_doing() {
        Mind mind = LIVES.liveUntil(People.newborn(1), noon()).mind();

        Outcome outcome = LIVES.apply(mind, new Input.Urged(noon(), SOL, TALK));

        assertThat(outcome.intents()).singleElement().isInstanceOfSatisfying(Intent.SeekCompany.class, seek -> {
            assertThat(seek.partner()).isEqualTo(SOL);
            assertThat(seek.conversation()).isEqualTo(TALK);
            assertThat(seek.urged()).isTrue();
        });
    }

    @Test
    void an_owner_whose_wish_is_never_answered_is_told_so_once() {
        Mind waiting = urged(People.newborn(1), SOL, TALK);

        Outcome soon = LIVES.liveUntil(waiting, People.hours(noon(), .2));
        Outcome later = LIVES.liveUntil(waiting, People.hours(noon(), 2));

        assertThat(soon.intents()).noneMatch(Intent.Excuse.class::isInstance);
        assertThat(later.intents().stream().filter(Intent.Excuse.class::isInstance))
                .singleElement()
                .isInstanceOfSatisfying(Intent.Excuse.class, excuse -> {
                    assertThat(excuse.other()).isEqualTo(SOL);
                    assertThat(excuse.conversation()).isEqualTo(TALK);
                    assertThat(excuse.reason()).isEqualTo(EndReason.NO_ANSWER);
                });
    }

    @Test
    void a_search_of_its_own_that_finds_nobody_is_nothing_to_excuse() {
        Mind mind = urged(People.newborn(1), SOL, TALK);
        Mind alone = LIVES.apply(mind, new Input.Declined(noon(), TALK, EndReason.EXPLORING))
                .mind();

        Outcome later = LIVES.liveUntil(alone, People.hours(noon(), 2));

        assertThat(later.intents()).noneMatch(Intent.Excuse.class::isInstance);
    }

    @Test
    void of_two_invitations_that_cross_the_lower_conversation_wins_on_both_sides() {
        ConversationId lower = new ConversationId(new UUID(1, 1));
        ConversationId higher = new ConversationId(new UUID(2, 2));
        Mind luna = urged(People.newborn(1), SOL, lower);
        Mind sol = urged(People.newborn(2), People.avatar(1), higher);

        Intent.Answer ofSol = answer(LIVES.apply(sol, new Input.Invited(noon(), People.avatar(1), lower, false)));
        Intent.Answer ofLuna = answer(LIVES.apply(luna, new Input.Invited(noon(), SOL, higher, false)));

        assertThat(ofSol.declined()).isNull();
        assertThat(ofLuna.declined()).isEqualTo(EndReason.ASKED_FIRST);
    }

    @Test
    void after_a_refusal_somebody_else_is_asked_and_at_some_time_nobody() {
        Mind mind = LIVES.liveUntil(People.newborn(1), noon()).mind();
        for (int i = 1; i <= 3; i++) {
            mind = LIVES.apply(mind, new Input.Noticed(noon(), People.avatar(100 + i), .9))
                    .mind();
        }
        List<Intent.SeekCompany> asked = new ArrayList<>();
        Outcome outcome = LIVES.apply(mind, new Input.Urged(noon(), SOL, TALK));
        while (outcome.intents().getLast() instanceof Intent.SeekCompany seek && asked.size() < 10) {
            asked.add(seek);
            outcome = LIVES.apply(outcome.mind(), new Input.Declined(noon(), seek.conversation(), EndReason.EXPLORING));
            if (outcome.intents().isEmpty()) {
                break;
            }
        }

        assertThat(asked).hasSize(3);
        assertThat(asked.stream().map(Intent.SeekCompany::conversation)).doesNotHaveDuplicates();
    }

    @Test
    void older_news_of_a_bond_change_nothing() {
        Mind mind = LIVES.liveUntil(People.newborn(1), noon()).mind();
        Mind friends = LIVES.apply(mind, tied(BondStatus.FRIENDS, 5)).mind();

        Mind after = LIVES.apply(friends, tied(BondStatus.ACQUAINTANCES, 4)).mind();

        assertThat(after.relations().circle().of(SOL).status()).isEqualTo(BondStatus.FRIENDS);
    }

    @Test
    void an_end_of_love_hurts_and_a_friendship_pleases() {
        Mind mind = LIVES.liveUntil(People.newborn(1), noon()).mind();
        Mind friends = LIVES.apply(mind, tied(BondStatus.FRIENDS, 1)).mind();
        Mind left = LIVES.apply(LIVES.apply(friends, tied(BondStatus.DATING, 2)).mind(), tied(BondStatus.EX, 3))
                .mind();

        assertThat(friends.feelings().offset(Feeling.JOY)).isPositive();
        assertThat(left.feelings().offset(Feeling.SADNESS))
                .isGreaterThan(friends.feelings().offset(Feeling.SADNESS));
    }

    @Test
    void an_old_friend_whom_it_had_forgotten_is_no_new_one() {
        Mind mind = LIVES.liveUntil(People.newborn(1), noon()).mind();

        Mind again = LIVES.apply(mind, tied(BondStatus.FRIENDS, 9, BondStatus.FRIENDS))
                .mind();
        Mind anew = LIVES.apply(mind, tied(BondStatus.FRIENDS, 9, BondStatus.ACQUAINTANCES))
                .mind();

        assertThat(again.relations().circle().of(SOL).status()).isEqualTo(BondStatus.FRIENDS);
        assertThat(again.feelings().offset(Feeling.JOY))
                .isLessThan(anew.feelings().offset(Feeling.JOY));
    }

    private static Intent.Answer answer(Outcome outcome) {
        return (Intent.Answer) outcome.intents().getLast();
    }

    private static Mind urged(Mind mind, AvatarId other, ConversationId conversation) {
        return LIVES.apply(LIVES.liveUntil(mind, noon()).mind(), new Input.Urged(noon(), other, conversation))
                .mind();
    }

    private static Input.Tied tied(BondStatus status, long version) {
        return tied(status, version, null);
    }

    private static Input.Tied tied(BondStatus status, long version, BondStatus previous) {
        return new Input.Tied(noon(), SOL, status, .5, .6, .5, .7, version, previous);
    }

    private static Outcome invited(Mind mind) {
        return LIVES.apply(LIVES.liveUntil(mind, noon()).mind(), new Input.Invited(noon(), SOL, TALK, true));
    }

    private static Input.Met meeting(List<DialogueAct> acts, WorldTime start, boolean host) {
        return new Input.Met(start, SOL, TALK, host, acts, .7, .3, start);
    }

    private static Mind met(Mind mind, List<DialogueAct> acts, WorldTime start) {
        return LIVES.apply(mind, meeting(acts, start, false)).mind();
    }

    private static Mind after(List<DialogueAct> acts) {
        long end = Script.of(acts, List.of(), false, noon().millis(), Script.keyOf(TALK), .7, .3)
                .end();
        return LIVES.liveUntil(met(invited(People.newborn(1)).mind(), acts, noon()), new WorldTime(end))
                .mind();
    }

    private static WorldTime noon() {
        return People.hours(People.MORNING, .5);
    }
}
