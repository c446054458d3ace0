package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.WorldTime;
import viva.life.activity.MatchDiscovered;
import viva.life.activity.Socializing;
import viva.life.feeling.Feeling;

/** Somebody leaves a life: for good, or to rest. */
class LeavingTest {
    private static final AvatarId SOL = People.avatar(1_000);
    private static final WorldTime NOON = People.hours(People.MORNING, .5);
    private static final ConversationId TALK = new ConversationId(new UUID(5, 5));

    private final Mind alone = LIVES.liveUntil(People.newborn(1), NOON).mind();

    @Test
    void a_partner_who_is_gone_for_good_is_missed_no_longer() {
        Mind couple = tied(alone, BondStatus.PARTNERS, .9);
        WorldTime later = People.hours(NOON, 1);
        Mind longing = LIVES.liveUntil(couple, People.hours(NOON, 40)).mind();
        Mind bereft = LIVES.apply(couple, new Input.Left(later, SOL, true)).mind();

        Mind on = bereft;
        for (int tick = 0; tick < 400; tick++) {
            Outcome outcome = LIVES.tick(on);
            on = outcome.mind();
            assertThat(on.desire()).isNotEqualTo(Desire.WANTS_TO_SEE_CRUSH);
            assertThat(outcome.intents()).noneMatch(LeavingTest::asksSol);
        }
        assertThat(longing.relations().circle().find(SOL)).isPresent();
        assertThat(bereft.relations().circle().find(SOL)).isEmpty();
        assertThat(bereft.feelings().offset(Feeling.SADNESS))
                .isGreaterThan(LIVES.liveUntil(couple, later).mind().feelings().offset(Feeling.SADNESS));
    }

    @Test
    void a_prospect_who_is_gone_or_rests_makes_room_for_another() {
        for (boolean forGood : new boolean[] {true, false}) {
            Mind full = alone;
            for (int number = 0; number < 4; number++) {
                full = noticed(full, People.avatar(2_000 + number));
            }
            AvatarId next = People.avatar(3_000);
            assertThat(noticed(full, next).relations().circle().find(next)).isEmpty();

            Mind room = LIVES.apply(full, new Input.Left(NOON, People.avatar(2_001), forGood))
                    .mind();

            assertThat(room.relations().circle().find(People.avatar(2_001))).isEmpty();
            assertThat(noticed(room, next).relations().circle().find(next)).isPresent();
        }
    }

    @Test
    void a_friend_who_rests_stays_a_friend_and_is_not_asked_again_at_once() {
        Mind friends = tied(alone, BondStatus.CLOSE_FRIENDS, .1);
        WorldTime later = People.hours(NOON, 30);

        Mind after = LIVES.apply(friends, new Input.Left(later, SOL, false)).mind();

        assertThat(after.relations().circle().of(SOL).status()).isEqualTo(BondStatus.CLOSE_FRIENDS);
        assertThat(after.relations().circle().of(SOL).metMillis()).isEqualTo(later.millis());
    }

    @Test
    void a_talk_with_somebody_who_is_gone_is_over_and_leaves_no_trace_of_them() {
        Mind waiting =
                LIVES.apply(alone, new Input.Invited(NOON, SOL, TALK, true)).mind();
        Mind talking = LIVES.apply(
                        waiting,
                        new Input.Met(
                                NOON,
                                SOL,
                                TALK,
                                false,
                                List.of(DialogueAct.GREET, DialogueAct.GREET, DialogueAct.GOODBYE),
                                .7,
                                .3,
                                NOON))
                .mind();

        Mind left = LIVES.apply(talking, new Input.Left(People.hours(NOON, .01), SOL, true))
                .mind();
        Mind cut =
                LIVES.apply(left, new Input.Cut(People.hours(NOON, .02), TALK)).mind();

        assertThat(left.activity().label()).isEqualTo("socializing");
        assertThat(left.hasInMind(SOL)).isFalse();
        assertThat(cut.hasInMind(SOL)).isFalse();
    }

    @Test
    void whom_it_waits_for_and_who_is_gone_is_waited_for_no_longer() {
        Mind friends = tied(tied(alone, BondStatus.CLOSE_FRIENDS, .1), People.avatar(7), BondStatus.FRIENDS);
        Mind seeking = friends;
        while (!(seeking.activity() instanceof Socializing socializing && socializing.involves(SOL))) {
            seeking = LIVES.tick(seeking).mind();
        }

        Outcome left = LIVES.apply(seeking, new Input.Left(seeking.asOf(), SOL, true));

        assertThat(left.mind().hasInMind(SOL)).isFalse();
        assertThat(left.intents())
                .singleElement()
                .isInstanceOf(Intent.SeekCompany.class)
                .matches(i -> !asksSol(i));
    }

    @Test
    void a_discovery_of_somebody_who_is_gone_is_not_noted() {
        Mind exploring = noticed(alone, SOL);
        while (!(exploring.activity() instanceof MatchDiscovered)) {
            exploring = LIVES.tick(exploring).mind();
        }

        Mind left = LIVES.apply(exploring, new Input.Left(exploring.asOf(), SOL, true))
                .mind();

        assertThat(left.activity().label()).isEqualTo("idle");
        assertThat(LIVES.tick(left).mind().hasInMind(SOL)).isFalse();
    }

    private static boolean asksSol(Intent intent) {
        return intent instanceof Intent.SeekCompany seek && SOL.equals(seek.partner());
    }

    private static Mind noticed(Mind mind, AvatarId other) {
        return LIVES.apply(mind, new Input.Noticed(mind.asOf(), other, .9)).mind();
    }

    private static Mind tied(Mind mind, BondStatus status, double attraction) {
        return LIVES.apply(mind, new Input.Tied(mind.asOf(), SOL, status, .9, .9, .9, attraction, 1))
                .mind();
    }

    private static Mind tied(Mind mind, AvatarId other, BondStatus status) {
        return LIVES.apply(mind, new Input.Tied(mind.asOf(), other, status, .5, .5, .5, 0, 1))
                .mind();
    }
}
