package viva.society.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.WorldTime;
import viva.life.feeling.Feelings;
import viva.life.mind.Input;
import viva.life.mind.Intent;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.talk.Party;
import viva.life.talk.Rapport;
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

    private final long seed;
    private final Lives lives;
    private final Inhabitant[] people;
    private final Map<AvatarId, Inhabitant> byId = new HashMap<>();
    private final Map<ConversationId, Talk.Plan> talks = new HashMap<>();
    private final Bonds bonds = new Bonds();
    private final Tally tally = new Tally();

    Encounters(long seed, Lives lives, Inhabitant[] people) {
        this.seed = seed;
        this.lives = lives;
        this.people = people;
        for (Inhabitant one : people) {
            byId.put(one.id(), one);
        }
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
                case Intent.Leave leave ->
                    byId.get(leave.partner()).receive(lives, new Input.Cut(leave.at(), leave.conversation()), more);
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
        host.live(lives, agreed.millis(), more);
        guest.live(lives, agreed.millis(), more);
        long start = Math.max(
                agreed.millis(), Math.max(host.mind().asOfMillis(), guest.mind().asOfMillis()));
        Rapport rapport = Rapport.between(host.personality(), guest.personality());
        Talk.Plan plan = Talk.plan(
                id,
                party(host, guest, start),
                party(guest, host, start),
                rapport,
                start,
                LifeParameters.DEFAULT.feelings());
        talks.put(id, plan);
        host.receive(lives, met(guest, id, true, plan, rapport, start), more);
        guest.receive(lives, met(host, id, false, plan, rapport, start), more);
    }

    private static Party party(Inhabitant one, Inhabitant other, long at) {
        Mind mind = one.mind();
        Feelings feelings = mind.feelings().at(at, mind.temperament(), LifeParameters.DEFAULT.feelings());
        double energy = 100 * (1 - mind.sleep().pressureAt(at, LifeParameters.DEFAULT.sleep()));
        return new Party(
                one.id(),
                mind.temperament(),
                feelings,
                energy,
                mind.relations().circle().of(other.id()));
    }

    private static Input.Met met(
            Inhabitant partner, ConversationId id, boolean host, Talk.Plan plan, Rapport rapport, long start) {
        WorldTime at = new WorldTime(start);
        return new Input.Met(at, partner.id(), id, host, plan.acts(), rapport.humorMatch(), rapport.overlap(), at);
    }

    /** The host's end of a conversation is everybody's; one that was cut short leaves no trace in the bond. */
    private void part(Inhabitant who, Intent.Parted parted, List<Wish> more) {
        Script script = parted.script();
        if (script == null || !script.isHost()) {
            return;
        }
        Talk.Plan plan = talks.remove(parted.conversation());
        if (plan == null || parted.landed() < script.turns()) {
            return;
        }
        tally.add(plan.outcome());
        Inhabitant guest = byId.get(parted.partner());
        Bond bond = bonds.met(who, guest, plan.outcome(), parted.at());
        who.receive(lives, Bonds.news(bond, who, parted.at()), more);
        guest.receive(lives, Bonds.news(bond, guest, parted.at()), more);
    }
}
