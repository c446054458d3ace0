package viva.gateway.channel;

import java.util.ArrayDeque;
import java.util.Queue;

/** What a session knows of one topic: who joined it, and the frames that wait because an earlier one is being worked on. */
final class TopicLane {
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private String joinRef;
    private Frame inHand;

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

    void take(Frame frame) {
        inHand = frame;
    }

    /** The work on the frame in hand is over. */
    Frame release() {
        Frame done = inHand;
        if (done == null) {
            throw new IllegalStateException("nothing was in hand");
        }
        inHand = null;
        return done;
    }

    void enqueue(Frame frame) {
        waiting.add(frame);
    }

    /** The next frame, or null when none waits. */
    Frame next() {
        return waiting.poll();
    }

    /** Whether nothing is known of the topic any more. */
    boolean isIdle() {
        return joinRef == null && inHand == null && waiting.isEmpty();
    }
}
