package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import viva.gateway.phoenix.SessionInput.Disconnected;
import viva.gateway.phoenix.SessionInput.Ended;
import viva.gateway.phoenix.SessionInput.Failed;
import viva.gateway.phoenix.SessionInput.Handled;
import viva.gateway.phoenix.SessionInput.Joined;
import viva.gateway.phoenix.SessionInput.Received;
import viva.gateway.phoenix.SessionInput.Refused;
import viva.gateway.phoenix.SessionOutput.Disconnect;
import viva.gateway.phoenix.SessionOutput.Handle;
import viva.gateway.phoenix.SessionOutput.Join;
import viva.gateway.phoenix.SessionOutput.Left;
import viva.gateway.phoenix.SessionOutput.Opened;
import viva.gateway.phoenix.SessionOutput.Send;

/**
 * The rules of one socket, as the Phoenix framework has them: which topics it joined, what each frame leads to. Frames of one
 * topic are worked on one after the other, in the order they came; topics do not wait for each other, and heartbeats wait for
 * nobody. Knows no network and no clock; belongs to one thread.
 */
final class SocketSession {
    private static final int POLICY_VIOLATION = 1008;

    private final int maxTopics;
    private final int maxWaiting;
    private final Map<String, TopicLane> lanes = new LinkedHashMap<>();
    private final List<SessionOutput> outputs = new ArrayList<>();
    private int waiting;
    private long held;
    private int open;
    private boolean disconnected;

    /**
     * @param maxTopics topics joined at one time
     * @param maxWaiting frames that may wait for earlier ones; one more disconnects the client
     */
    SocketSession(int maxTopics, int maxWaiting) {
        this.maxTopics = maxTopics;
        this.maxWaiting = maxWaiting;
    }

    /** Whether the channel is open. */
    boolean isJoined(String topic) {
        TopicLane lane = lanes.get(topic);
        return lane != null && lane.isJoined();
    }

    /** The join_ref of an open channel, or null. */
    String joinRef(String topic) {
        TopicLane lane = lanes.get(topic);
        return lane == null ? null : lane.joinRef();
    }

    /** The bytes of frames that are worked on or wait. */
    long heldBytes() {
        return held;
    }

    /** Takes one input and says what is to be done now. */
    List<SessionOutput> on(SessionInput input) {
        switch (input) {
            case Received received -> received(received);
            case Joined joined -> joined(joined);
            case Refused(String topic, Answer.Refused answer) -> refused(topic, answer);
            case Handled(String topic, Answer answer) -> handled(topic, answer);
            case Failed(String topic) -> failed(topic);
            case Ended(String topic) -> ended(topic);
            case Disconnected() -> disconnect();
        }
        List<SessionOutput> now = List.copyOf(outputs);
        outputs.clear();
        return now;
    }

    private void received(Received received) {
        if (disconnected) {
            return;
        }
        Frame frame = received.frame();
        if (frame.topic().equals(Frame.PHOENIX) && frame.event().equals(Frame.HEARTBEAT)) {
            reply(frame, Answer.ok());
            return;
        }
        TopicLane lane = lanes.computeIfAbsent(frame.topic(), topic -> new TopicLane());
        if (!lane.isBusy()) {
            begin(lane, received);
            forgetIfIdle(frame.topic());
        } else if (waiting == maxWaiting) {
            outputs.add(new Disconnect(POLICY_VIOLATION, "too many messages at once"));
        } else {
            waiting++;
            held += received.bytes();
            lane.enqueue(received);
        }
    }

    private void begin(TopicLane lane, Received received) {
        switch (received.frame().event()) {
            case Frame.JOIN -> join(lane, received.frame(), received.bytes());
            case Frame.LEAVE -> leave(lane, received.frame());
            default -> event(lane, received.frame(), received.bytes());
        }
    }

    private void take(TopicLane lane, Frame frame, int bytes) {
        held += bytes;
        lane.take(frame, bytes);
    }

    private Frame release(TopicLane lane) {
        held -= lane.bytesInHand();
        return lane.release();
    }

    private void join(TopicLane lane, Frame frame, int bytes) {
        String joinRef = frame.joinRef() == null ? frame.ref() : frame.joinRef();
        if (joinRef == null) {
            reply(frame, Answer.refused("join_ref is missing"));
            return;
        }
        if (lane.isJoined()) {
            close(lane, frame.topic());
        }
        if (open == maxTopics) {
            reply(frame, Answer.refused("too many channels joined"));
            return;
        }
        open++;
        take(lane, new Frame(joinRef, frame.ref(), frame.topic(), frame.event(), frame.payload()), bytes);
        outputs.add(new Join(frame.topic(), joinRef, frame.payload()));
    }

    private void leave(TopicLane lane, Frame frame) {
        if (isStale(lane, frame)) {
            return;
        }
        reply(frame, Answer.ok());
        if (lane.isJoined()) {
            close(lane, frame.topic());
        }
    }

    private void event(TopicLane lane, Frame frame, int bytes) {
        if (!lane.isJoined()) {
            reply(frame, Answer.refused("unmatched topic"));
        } else if (!isStale(lane, frame)) {
            take(lane, frame, bytes);
            outputs.add(new Handle(frame.topic(), frame.event(), frame.payload()));
        }
    }

    private static boolean isStale(TopicLane lane, Frame frame) {
        return lane.isJoined() && frame.joinRef() != null && !frame.joinRef().equals(lane.joinRef());
    }

    private void joined(Joined joined) {
        TopicLane lane = lanes.get(joined.topic());
        Frame frame = release(lane);
        lane.open(frame.joinRef());
        if (disconnected) {
            lane.close();
            outputs.add(new Left(joined.topic()));
            return;
        }
        reply(frame, new Answer.Ok(joined.response()));
        outputs.add(new Opened(joined.topic()));
        drain(lane, joined.topic());
    }

    private void refused(String topic, Answer.Refused answer) {
        TopicLane lane = lanes.get(topic);
        open--;
        reply(release(lane), answer);
        drain(lane, topic);
    }

    private void handled(String topic, Answer answer) {
        TopicLane lane = lanes.get(topic);
        reply(release(lane), answer);
        drain(lane, topic);
    }

    private void failed(String topic) {
        TopicLane lane = lanes.get(topic);
        Frame frame = release(lane);
        if (lane.isJoined()) {
            open--;
            push(lane.close(), topic, Frame.ERROR, "internal error");
            outputs.add(new Left(topic));
        } else if (frame.event().equals(Frame.JOIN)) {
            open--;
            reply(frame, Answer.refused("join crashed"));
        }
        drain(lane, topic);
    }

    /** A frame that is being worked on is answered all the same; those behind it find the topic closed. */
    private void ended(String topic) {
        TopicLane lane = lanes.get(topic);
        if (lane != null && lane.isJoined()) {
            close(lane, topic);
            forgetIfIdle(topic);
        }
    }

    private void drain(TopicLane lane, String topic) {
        while (!disconnected && !lane.isBusy()) {
            Received next = lane.next();
            if (next == null) {
                break;
            }
            waiting--;
            held -= next.bytes();
            begin(lane, next);
        }
        forgetIfIdle(topic);
    }

    private void disconnect() {
        disconnected = true;
        lanes.forEach((topic, lane) -> {
            if (lane.isJoined()) {
                lane.close();
                outputs.add(new Left(topic));
            }
        });
    }

    private void close(TopicLane lane, String topic) {
        open--;
        String joinRef = lane.close();
        outputs.add(new Send(Frame.json(joinRef, joinRef, topic, Frame.CLOSE, JsonNodeFactory.instance.objectNode())));
        outputs.add(new Left(topic));
    }

    private void push(String joinRef, String topic, String event, String reason) {
        outputs.add(new Send(Frame.json(
                joinRef,
                joinRef,
                topic,
                event,
                JsonNodeFactory.instance.objectNode().put("reason", reason))));
    }

    private void reply(Frame frame, Answer answer) {
        if (!disconnected && frame.ref() != null) {
            outputs.add(new Send(frame.reply(answer)));
        }
    }

    private void forgetIfIdle(String topic) {
        TopicLane lane = lanes.get(topic);
        if (lane != null && lane.isIdle()) {
            lanes.remove(topic);
        }
    }
}
