package viva.life.talk;

import java.util.List;
import viva.contracts.ConversationId;
import viva.contracts.ConversationOutcome;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;
import viva.life.feeling.FeelingParameters;
import viva.life.feeling.Feelings;
import viva.life.feeling.Impulses;

/**
 * A whole conversation of two avatars, decided when it begins: both speak in turn, each act lands on the other, who answers from how it
 * feels by then. The same two in the same conversation say the same. Whether it is voiced or quiet makes no difference here: words come after.
 */
public final class Talk {
    private final ConversationId id;
    private final long startMillis;
    private final Rapport rapport;
    private final FeelingParameters feelings;
    private final Chance chance;
    private final Transcript transcript = new Transcript();
    private final Impact impact = new Impact();
    private Party host;
    private Party guest;

    private Talk(
            ConversationId id, Party host, Party guest, Rapport rapport, long startMillis, FeelingParameters feelings) {
        this.id = id;
        this.host = host;
        this.guest = guest;
        this.rapport = rapport;
        this.startMillis = startMillis;
        this.feelings = feelings;
        this.chance = new Chance(Script.keyOf(id));
    }

    /**
     * How it goes.
     *
     * @param acts 1 to {@value Script#MOST_TURNS}, the host's first
     * @param topics what each act asks, tells or answers
     * @param turningPoint whether something begins or ends here: a first meeting, a confession, a quarrel, a decision
     */
    public record Plan(
            List<DialogueAct> acts, List<TalkTopic> topics, ConversationOutcome outcome, boolean turningPoint) {
        public Plan {
            acts = List.copyOf(acts);
            topics = List.copyOf(topics);
        }
    }

    /** Decides every turn of a conversation that begins at {@code startMillis} of world time. */
    public static Plan plan(
            ConversationId id, Party host, Party guest, Rapport rapport, long startMillis, FeelingParameters feelings) {
        return new Talk(id, host, guest, rapport, startMillis, feelings).run();
    }

    /** What came of a conversation of which only the first {@code acts} took place, at least one; nothing was decided in it. */
    public static ConversationOutcome outcomeOf(
            List<DialogueAct> acts,
            ConversationId id,
            Party host,
            Party guest,
            Rapport rapport,
            long startMillis,
            FeelingParameters feelings) {
        Talk talk = new Talk(id, host, guest, rapport, startMillis, feelings);
        for (int turn = 0; turn < acts.size(); turn++) {
            talk.takeTurn(turn, new Turn(acts.get(turn), TalkTopic.NOTHING));
        }
        return talk.impact.outcome(acts, rapport, Verdict.NONE.label());
    }

    private Plan run() {
        while (transcript.turns() < Script.MOST_TURNS && !isOver()) {
            int turn = transcript.turns();
            takeTurn(turn, decide(turn));
        }
        Verdict verdict = Verdict.of(transcript.acts(), host, guest, impact, chance);
        ConversationOutcome outcome = impact.outcome(transcript.acts(), rapport, verdict.label());
        boolean first = host.tie().isProspect() || guest.tie().isProspect();
        return new Plan(
                transcript.acts(),
                transcript.topics(),
                outcome,
                first || verdict != Verdict.NONE || isTurning(outcome));
    }

    private boolean isOver() {
        boolean left = transcript.lastIs(DialogueAct.GOODBYE);
        return left && (transcript.ownLastWas(DialogueAct.GOODBYE) || transcript.turns() >= Script.MOST_TURNS);
    }

    private Party speaker(int turn) {
        return turn % 2 == 0 ? host : guest;
    }

    private void takeTurn(int turn, Turn taken) {
        DialogueAct act = taken.act();
        Party listener = speaker(turn + 1);
        long at = Script.landsAt(startMillis, Script.keyOf(id), turn);
        Impulses felt =
                Meaning.felt(act, listener.temperament(), listener.tie(), rapport.humorMatch(), rapport.overlap());
        Feelings after = listener.feelings()
                .at(at, listener.temperament(), feelings)
                .stirred(
                        felt,
                        Meaning.of(act, listener.tie(), rapport.humorMatch(), rapport.overlap())
                                .importance(),
                        listener.temperament());
        transcript.add(taken);
        impact.landed(turn, act, felt);
        if (turn % 2 == 0) {
            guest = guest.feeling(after);
        } else {
            host = host.feeling(after);
        }
    }

    /** The last two turns are goodbyes, and a goodbye is answered with one. */
    private Turn decide(int turn) {
        if (turn >= Script.MOST_TURNS - 2 || transcript.lastIs(DialogueAct.GOODBYE)) {
            return new Turn(DialogueAct.GOODBYE, TalkTopic.NOTHING);
        }
        Moment moment = new Moment(speaker(turn), speaker(turn + 1), rapport, transcript);
        DialogueAct act = ActWeights.drawn(moment, chance.uniform(turn, Purpose.DIALOGUE_ACT));
        return new Turn(act, TopicChoice.of(act, moment, chance.uniform(turn, Purpose.TALK_TOPIC)));
    }

    /** A quarrel among people who like each other, or a confession. */
    private boolean isTurning(ConversationOutcome outcome) {
        boolean quarrel = outcome.conflict() >= .4 && host.tie().warmth() > .3;
        boolean confession = outcome.flirtation() > 0
                && host.tie().status().isRomantic()
                && !host.tie().status().isCouple();
        return quarrel || confession;
    }
}
