package viva.society.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.Lives;
import viva.life.talk.Script;
import viva.life.talk.Talk;
import viva.relationship.bond.Bond;

/**
 * Does in the world what minds want, one wish after the other: the only place in which avatars touch each other. An invitation, its
 * answer, the conversation and what it does to the bond follow each other as the services' messages do.
 */
final class Encounters {
    /** How often somebody who looks for anybody looks around. */
    private static final int GLANCES = 12;

    /** World milliseconds between a yes and the first word, as between services in a world ten times as fast as life. */
    private static final long BREATH = 5_000;

    private final long seed;
    private final Lives lives;
    private final Inhabitant[] people;
    private final Map<AvatarId, Inhabitant> byId = new HashMap<>();
    private final Map<ConversationId, Agreement> talks = new HashMap<>();
    private final Bonds bonds = new Bonds();
    private final Tally tally = new Tally();
    private Agreement.Watcher watcher = (agreement, plan) -> {};

    Encounters(long seed, Lives lives, Inhabitant[] people) {
        this.seed = seed;
        this.lives = lives;
        this.people = people;
        for (Inhabitant one : people) {
            byId.put(one.id(), one);
        }
    }

    void watch(Agreement.Watcher watching) {
        watcher = watching;
    }

    Bonds bonds() {
        return bonds;
    }

    Tally tally() {
        return tally;
    }

    /** Grants the wishes, which are in their {@link Wish#ORDER}; what people want as a consequence is added to {@code more}. */
    void grant(List<Wish> wishes, List<Wish> more) {
        for (Wish wish : wishes) {
            Inhabitant who = wish.who();
            switch (wish.what()) {
                case Intent.SeekCompany seek -> invite(who, seek, more);
                case Intent.Answer answer -> answer(who, answer, more);
                case Intent.Leave leave -> leave(leave, more);
                case Intent.Parted parted -> part(who, parted, more);
                case Intent.Speak _,
                        Intent.Think _,
                        Intent.Excuse _,
                        Intent.Discover _,
                        Intent.Greet _,
                        Intent.ReachOut _,
                        Intent.Explore _,
                        Intent.Reflect _,
                        Intent.Remember _ -> {}
            }
        }
    }

    private void invite(Inhabitant host, Intent.SeekCompany seek, List<Wish> more) {
        Inhabitant guest = seek.partner() == null ? somebody(host, seek.conversation()) : byId.get(seek.partner());
        if (guest != null) {
            guest.receive(lives, new Input.Invited(seek.at(), host.id(), seek.conversation(), seek.urged()), more);
        }
    }

    /** Somebody who is awake and not in conversation, by chance; null when nobody of those that were looked at is. */
    private Inhabitant somebody(Inhabitant host, ConversationId conversation) {
        SplittableRandom chance = new SplittableRandom(seed ^ Script.keyOf(conversation));
        for (int glance = 0; glance < GLANCES; glance++) {
            Inhabitant one = people[chance.nextInt(people.length)];
            if (one != host && one.isApproachable()) {
                return one;
            }
        }
        return null;
    }

    private void answer(Inhabitant guest, Intent.Answer answer, List<Wish> more) {
        Inhabitant host = byId.get(answer.host());
        if (answer.declined() == null) {
            begin(host, guest, answer.conversation(), answer.at(), more);
        } else {
            host.receive(lives, new Input.Declined(answer.at(), answer.conversation(), answer.declined()), more);
        }
    }

    private void begin(Inhabitant host, Inhabitant guest, ConversationId id, WorldTime agreed, List<Wish> more) {
        long start = agreed.millis() + BREATH;
        host.live(lives, start, more);
        guest.live(lives, start, more);
        Agreement agreement = new Agreement(
                id, host, host.mind(), guest, guest.mind(), new WorldTime(Math.max(start, latest(host, guest))));
        Talk.Plan plan = agreement.plan(lives);
        talks.put(id, agreement);
        watcher.begun(agreement, plan);
        host.receive(lives, agreement.met(true, plan), more);
        guest.receive(lives, agreement.met(false, plan), more);
    }

    private void leave(Intent.Leave leave, List<Wish> more) {
        talks.remove(leave.conversation());
        byId.get(leave.partner()).receive(lives, new Input.Cut(leave.at(), leave.conversation()), more);
    }

    private static long latest(Inhabitant one, Inhabitant other) {
        return Math.max(one.mind().asOfMillis(), other.mind().asOfMillis());
    }

    /** The host's end of a conversation is everybody's. */
    private void part(Inhabitant host, Intent.Parted parted, List<Wish> more) {
        Script script = parted.script();
        if (script == null || !script.isHost()) {
            return;
        }
        Agreement agreement = talks.remove(parted.conversation());
        if (agreement == null || parted.landed() == 0) {
            return;
        }
        ConversationOutcome outcome = agreement.outcome(lives, parted.landed());
        tally.add(outcome);
        Bond bond = bonds.met(host, agreement.guest(), outcome, parted.at());
        host.receive(lives, Bonds.news(bond, host, parted.at()), more);
        agreement.guest().receive(lives, Bonds.news(bond, agreement.guest(), parted.at()), more);
    }
}
