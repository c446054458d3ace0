package viva.life.explanation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.contracts.WorldTime;
import viva.life.activity.Idle;
import viva.life.activity.InConversation;
import viva.life.activity.Sleeping;
import viva.life.explanation.Explanation.Kind;
import viva.life.mind.Deliberation;
import viva.life.mind.LifeParameters;
import viva.life.mind.Mind;
import viva.life.mind.Snapshot;
import viva.life.talk.Meaning;
import viva.life.talk.Script;
import viva.life.tie.Tie;

/** What was due at a tick, in words. */
final class Due {
    /** What a need sinks by in the millisecond between the reading and the tick is less. */
    private static final double JUST_NOW = .001;

    private Due() {}

    /** {@code before} is the mind that is about to tick, {@code then} how it is right before that. */
    static void tell(Mind before, Snapshot then, LifeParameters parameters, Chain chain) {
        long now = before.nextTickMillis();
        String at = " at " + new WorldTime(now);
        if (before.chatting() && before.chatUntilMillis() <= now) {
            chain.add(Kind.EVENT, "the chat with its owner counts as over" + at);
        }
        if (before.activity() instanceof InConversation talking && takesTurn(talking, now)) {
            turn(before, talking, chain);
        } else if (before.sleep().switchAt() <= now && before.activity() instanceof Sleeping) {
            chain.add(Kind.EVENT, "it has slept enough" + at, pressure(then));
        } else if (before.sleep().switchAt() <= now && before.activity() instanceof Idle) {
            chain.add(Kind.EVENT, "it is time to sleep" + at, pressure(then));
        } else if (before.activity().until() <= now) {
            chain.add(Kind.EVENT, before.activity().label() + " comes to its end" + at);
        }
        if (before.thoughtDueMillis() <= now) {
            chain.add(Kind.EVENT, "a thought comes by itself" + at);
        }
        if (chain.steps().isEmpty()) {
            chain.add(Kind.EVENT, "it asks itself what it needs" + at);
        }
        needs(then, parameters, chain);
    }

    private static boolean takesTurn(InConversation talking, long now) {
        return talking.script() != null && talking.landed() < talking.script().turns() && talking.nextAt() <= now;
    }

    /** A turn lands: what the other does means something, what it does itself eases it. */
    private static void turn(Mind before, InConversation talking, Chain chain) {
        Script script = talking.script();
        DialogueAct act = script.act(talking.landed());
        TalkTopic topic = script.topic(talking.landed());
        String said = Chain.label(act) + (topic == TalkTopic.NOTHING ? "" : ", about " + Chain.label(topic));
        String at = " at " + new WorldTime(before.nextTickMillis());
        Map<String, Double> turn = Map.of("turn", talking.landed() + 1.0);
        if (script.isMine(talking.landed())) {
            chain.add(Kind.EVENT, "it says to " + talking.partner() + at + ": " + said, turn);
        } else {
            chain.add(Kind.EVENT, talking.partner() + " says" + at + ": " + said, turn);
            Tie tie = before.relations().circle().of(talking.partner());
            Happening.appraised(Meaning.of(act, tie, script.humorMatch(), script.overlap()), chain);
        }
    }

    private static Map<String, Double> pressure(Snapshot then) {
        return Map.of("energy", then.needs().energy());
    }

    private static void needs(Snapshot then, LifeParameters parameters, Chain chain) {
        Difference.levels(then.needs()).forEach((need, level) -> {
            double threshold = need.equals("energy")
                    ? parameters.needs().tired()
                    : parameters.needs().wanting();
            if (level <= threshold + JUST_NOW) {
                Map<String, Double> numbers = new LinkedHashMap<>();
                numbers.put("level", level);
                numbers.put("threshold", threshold);
                String text =
                        String.format(Locale.ROOT, "%s is %.1f: it is felt from %.0f down", need, level, threshold);
                chain.add(Kind.NEED, text, numbers);
            }
        });
    }

    static void weighed(Deliberation deliberation, Chain chain) {
        for (Deliberation.Option option : deliberation.options()) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            numbers.put("utility", option.utility());
            numbers.put("probability", option.probability());
            boolean taken = option.label().equals(deliberation.taken());
            if (taken) {
                numbers.put("luck", deliberation.luck());
            }
            String text = String.format(
                    Locale.ROOT,
                    "%s: utility %.3f, probability %.2f%s",
                    option.label(),
                    option.utility(),
                    option.probability(),
                    taken ? String.format(Locale.ROOT, "; taken, as luck was %.2f", deliberation.luck()) : "");
            chain.add(Kind.CHOICE, text, numbers);
        }
    }
}
