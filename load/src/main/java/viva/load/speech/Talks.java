package viva.load.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was asked and what was answered. Safe for concurrent use; instants are of {@link System#nanoTime}. */
public final class Talks {
    private static final String OFFLINE = "offline";

    private final Map<UUID, Talk> open = new HashMap<>();
    private final List<Talk> questions = new ArrayList<>();
    private final List<Long> answerNanos = new ArrayList<>();
    private int turns;
    private int turnsByModel;
    private int turnsOffline;
    private int answersByModel;
    private int answersOffline;

    private record Talk(boolean owner, long at) {}

    /** What became of all of them. */
    public record Outcome(
            int questions,
            int answersByModel,
            int answersOffline,
            int turns,
            int turnsByModel,
            int turnsOffline,
            int unanswered,
            List<Long> answerNanos) {}

    /** An owner asks; answers the question's number. */
    synchronized int asked(UUID id) {
        Talk question = new Talk(true, System.nanoTime());
        open.put(id, question);
        questions.add(question);
        return questions.size() - 1;
    }

    /** An avatar wants words. */
    synchronized void wanted(UUID id) {
        open.put(id, new Talk(false, System.nanoTime()));
        turns++;
    }

    /** Words came; for one that is known already nothing changes. */
    synchronized void answered(UUID id, String voice) {
        Talk talk = open.remove(id);
        if (talk == null) {
            return;
        }
        boolean offline = voice.equals(OFFLINE);
        if (talk.owner()) {
            answersByModel += offline ? 0 : 1;
            answersOffline += offline ? 1 : 0;
            answerNanos.add(System.nanoTime() - talk.at());
        } else {
            turnsByModel += offline ? 0 : 1;
            turnsOffline += offline ? 1 : 0;
        }
    }

    /** When an owner asked the question of this number. */
    public synchronized long askedAt(int number) {
        return questions.get(number).at();
    }

    public synchronized int open() {
        return open.size();
    }

    public synchronized Outcome outcome() {
        return new Outcome(
                questions.size(),
                answersByModel,
                answersOffline,
                turns,
                turnsByModel,
                turnsOffline,
                open.size(),
                List.copyOf(answerNanos));
    }
}
