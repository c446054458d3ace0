package viva.gateway.phoenix;

import java.util.ArrayDeque;
import java.util.Queue;
import viva.gateway.phoenix.SessionInput.Received;

/** What a session knows of one topic: who joined it, and the frames that wait because an earlier one is being worked on. */
final class TopicLane {
    private final Queue<Received> waiting = new ArrayDeque<>();
    private String joinRef;
    private Frame inHand;
    private int bytesInHand;

    /** The join_ref of the open channel, or null when the topic is not joined. */
    String joinRef() {
        return joinRef;
    }

    boolean isJoined() {
        return joinRef != null;
    }

    void open(String ref) {
        joinRef = ref;
    }

    /** Closes the channel and answers its join_ref. */
    String close() {
        String closed = joinRef;
        joinRef = null;
        return closed;
    }

    boolean isBusy() {
        return inHand != null;
    }

    void take(Frame frame, int bytes) {
        inHand = frame;
        bytesInHand = bytes;
    }

    /** The bytes of the frame in hand. */
    int bytesInHand() {
        return bytesInHand;
    }

    /** The work on the frame in hand is over. */
    Frame release() {
        Frame done = inHand;
        if (done == null) {
            throw new IllegalStateException("nothing was in hand");
        }
        inHand = null;
        bytesInHand = 0;
        return done;
    }

    void enqueue(Received received) {
        waiting.add(received);
    }

    /** The next frame, or null when none waits. */
    Received next() {
        return waiting.poll();
    }

    /** Whether nothing is known of the topic any more. */
    boolean isIdle() {
        return joinRef == null && inHand == null && waiting.isEmpty();
    }
}
