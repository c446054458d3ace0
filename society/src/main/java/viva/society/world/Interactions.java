package viva.society.world;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.Event;
import viva.contracts.message.InvitationAnswerV1;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.TieV1;
import viva.life.command.Trigger;
import viva.life.decision.Change;
import viva.life.decision.Decision;
import viva.life.decision.Posting;

/**
 * What avatars do to each other: ticks that do something in the world, and the commands that follow from them, are decided one after the other,
 * each command at the instant at which it was sent. The only place in which avatars touch each other.
 */
final class Interactions {
    private final Protocol protocol;
    private final Map<AvatarId, Inhabitant> people = new HashMap<>();
    private final Queue<Sent> sent = new ArrayDeque<>();
    private final PriorityQueue<Due> agenda = new PriorityQueue<>(Due.ORDER);
    private final Bonds bonds = new Bonds();
    private final Tally tally = new Tally();
    private EncounterWatcher watcher = (_, _) -> {};
    private long until = Long.MIN_VALUE;
    private long commands;

    /** An inhabitant that moved on by itself, or whose next tick does something in the world. */
    record Lived(Inhabitant who, boolean moved) {}

    /** A command on its way, and the world's time at which it was sent. */
    private record Sent(CloudEvent<? extends LifeCommand> command, long worldMillis) {}

    /** The next tick of an inhabitant, as long as nothing happens to it before. */
    private record Due(long worldMillis, Inhabitant who) {
        static final Comparator<Due> ORDER =
                Comparator.comparingLong(Due::worldMillis).thenComparingInt(due -> due.who.index());

        boolean isCurrent() {
            return who.mind().nextTickMillis() == worldMillis;
        }
    }

    Interactions(Protocol protocol, Inhabitant[] inhabitants) {
        this.protocol = protocol;
        for (Inhabitant one : inhabitants) {
            people.put(one.id(), one);
        }
    }

    void watch(EncounterWatcher watching) {
        watcher = watching;
    }

    Bonds bonds() {
        return bonds;
    }

    Tally tally() {
        return tally;
    }

    /** A command from another service arrives at once, with all that follows from it. */
    void command(LifeCommand command, WorldTime at) {
        send(new PlainEnvelopes().first(new UUID(0, ++commands), at, command), at.millis());
        deliver();
    }

    /** {@code lived} moved on by themselves. What of them, and of what follows from it, is due up to {@code worldMillis} happens in its order. */
    void settle(List<Lived> lived, long worldMillis) {
        until = worldMillis;
        for (Lived one : lived) {
            if (one.moved()) {
                protocol.passersby().passes(one.who().resident());
            }
            schedule(one.who());
        }
        while (!agenda.isEmpty()) {
            Due next = agenda.remove();
            if (next.isCurrent()) {
                tick(next.who());
                schedule(next.who());
                deliver();
            }
        }
    }

    private void schedule(Inhabitant who) {
        if (who.isDue(until)) {
            agenda.add(new Due(who.mind().nextTickMillis(), who));
        }
    }

    private void tick(Inhabitant who) {
        if (who.tick(protocol)) {
            protocol.passersby().passes(who.resident());
        } else {
            WorldTime due = who.mind().nextTick();
            Decision decision = decide(who, new Trigger.TicksDue(who.id(), due, false), due.millis());
            who.acted(decision, protocol.lives());
            carryOut(who, decision, due.millis());
        }
    }

    private void deliver() {
        while (!sent.isEmpty()) {
            Sent next = sent.remove();
            Inhabitant who = people.get(next.command().data().avatarId());
            while (who.isDue(next.worldMillis())) {
                tick(who);
            }
            long now = Math.max(next.worldMillis(), who.mind().asOfMillis());
            Trigger trigger =
                    new Trigger.Commanded(next.command(), next.command().data(), null);
            Decision decision = decide(who, trigger, now);
            who.took(decision, protocol.lives());
            carryOut(who, decision, now);
            schedule(who);
        }
    }

    private Decision decide(Inhabitant who, Trigger trigger, long worldMillis) {
        return protocol.decide(trigger, who.shard(), worldMillis);
    }

    private void carryOut(Inhabitant who, Decision decision, long worldMillis) {
        protocol.passersby().changed(who.resident());
        for (Change change : decision.changes()) {
            if (change instanceof Change.EncounterBegun begun) {
                watcher.begun(begun.encounter(), who.profile());
            }
        }
        for (Posting posting : decision.messages()) {
            switch (posting) {
                case Posting.ToAvatar toAvatar -> {
                    if (toAvatar.command().data() instanceof InvitationAnswerV1 answer) {
                        tally.add(answer);
                    }
                    send(toAvatar.command(), worldMillis);
                }
                case Posting.Published published -> hear(published.event(), worldMillis);
                case Posting.ToRecipient _ -> {}
            }
        }
    }

    private void send(CloudEvent<? extends LifeCommand> command, long worldMillis) {
        sent.add(new Sent(command, worldMillis));
    }

    /** The relationship service counts a conversation by the host's end of it. */
    private void hear(CloudEvent<? extends Event> event, long worldMillis) {
        if (event.data() instanceof ConversationEndedV1 ended && ended.host() && ended.outcome() != null) {
            tally.add(ended.outcome());
            for (TieV1 tie : bonds.count(ended)) {
                send(new PlainEnvelopes().causedBy(event, tie.at(), tie), worldMillis);
            }
        }
    }
}
