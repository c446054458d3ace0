package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
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
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.Rejected;

/**
 * Carries out the rules of a {@link SocketSession} on a real connection. All of its state belongs to the event loop of the
 * connection, where every method is called.
 */
final class PhoenixSocket {
    static final int MALFORMED = 1007;
    static final int POLICY_VIOLATION = 1008;
    static final int TOO_BIG = 1009;
    static final int INTERNAL_ERROR = 1011;
    static final int TRY_AGAIN_LATER = 1013;

    private static final Logger LOG = Logger.getLogger(PhoenixSocket.class);
    private static final Answer.Refused NO_BINARY =
            new Answer.Refused("unsupported_payload", "this topic takes JSON payloads only");

    /** A tree of JSON takes several times the bytes of its text; about so many, ours. */
    private static final int TREE = 8;

    private final SocketOwner owner;
    private final Wire wire;
    private final SocketMemory.Share share;
    private final SocketMemory.Share.Part frames;
    private final Context loop;
    private final ChannelFamilies families;
    private final OperatingFailures operating;
    private final SocketConfig config;
    private final SocketSession session;
    private final FrameRate rate;
    private final Map<String, OpenChannel> channels = new HashMap<>();

    PhoenixSocket(
            SocketOwner owner,
            Wire wire,
            SocketMemory.Share share,
            Context loop,
            ChannelFamilies families,
            OperatingFailures operating,
            SocketConfig config) {
        this.owner = owner;
        this.wire = wire;
        this.share = share;
        this.frames = share.part();
        this.loop = loop;
        this.families = families;
        this.operating = operating;
        this.config = config;
        this.session = new SocketSession(config.topics(), config.waitingFrames());
        this.rate = FrameRate.of(config);
        wire.onClosing(this::closing);
    }

    /** How a frame is read. */
    @FunctionalInterface
    private interface Reading {
        Frame read() throws MalformedFrame;
    }

    SocketOwner owner() {
        return owner;
    }

    void text(String text) {
        receive(Utf8.length(text), () -> TextFrames.read(text));
    }

    void bytes(ByteBuffer bytes) {
        receive(bytes.remaining(), () -> BinaryFrames.readPush(bytes));
    }

    void disconnected() {
        wire.closed();
        act(new Disconnected());
        share.close();
    }

    /** Its session has ended: every channel is closed, so that the client does not join it again, and then the connection. On any thread. */
    void end() {
        loop.runOnContext(ignored -> {
            List.copyOf(channels.keySet()).forEach(topic -> act(new Ended(topic)));
            wire.close(POLICY_VIOLATION, "the session has ended");
        });
    }

    /** The server begins to close the connection, on any thread: frames that still wait are not begun. */
    private void closing() {
        loop.runOnContext(ignored -> act(new Disconnected()));
    }

    /** What came in could not even be taken for a message. */
    void unreadable() {
        wire.close(TOO_BIG, "a frame has at most " + config.frameBytes() + " bytes");
    }

    /** Frames that come in after the server began to close the connection are dropped: no answer to them would arrive. */
    private void receive(int size, Reading reading) {
        if (wire.isClosing()) {
            return;
        }
        FrameRate.Verdict verdict = rate.count(System.nanoTime());
        if (size > config.frameBytes()) {
            unreadable();
        } else if (verdict == FrameRate.Verdict.FAR_OVER) {
            wire.close(POLICY_VIOLATION, "too many messages");
        } else {
            read(size, reading, verdict);
        }
    }

    /** A client takes a channel that it leaves for left, whatever the answer: leaving is never too much. */
    private void read(int size, Reading reading, FrameRate.Verdict verdict) {
        Frame frame;
        try {
            frame = reading.read();
        } catch (MalformedFrame e) {
            wire.close(MALFORMED, e.getMessage());
            return;
        }
        if (verdict == FrameRate.Verdict.WITHIN || frame.event().equals(Frame.LEAVE)) {
            act(new Received(frame, size));
        } else if (frame.ref() != null) {
            send(frame.reply(new Answer.Refused("rate_limited", "too many messages, slow down")));
        }
    }

    /** The session learns of a closing connection before anything else, so that it begins nothing more. */
    private void act(SessionInput input) {
        try {
            if (wire.isClosing()) {
                session.on(new Disconnected()).forEach(this::perform);
            }
            session.on(input).forEach(this::perform);
            frames.set(TREE * session.heldBytes());
        } catch (RuntimeException bug) {
            LOG.error("a socket is in disorder and is closed", bug);
            wire.close(INTERNAL_ERROR, "internal error");
        }
    }

    private void perform(SessionOutput output) {
        switch (output) {
            case Send(Frame frame) -> send(frame);
            case Join join -> decide(join);
            case Opened(String topic) -> channels.get(topic).opened();
            case Handle handle -> handle(handle);
            case Left(String topic) -> channels.remove(topic).left();
            case Disconnect(int code, String reason) -> wire.close(code, reason);
        }
    }

    private void send(Frame frame) {
        switch (frame.payload()) {
            case Payload.Json(ObjectNode payload) ->
                wire.send(TextFrames.write(frame.joinRef(), frame.ref(), frame.topic(), frame.event(), payload));
            case Payload.Bytes(ByteBuffer data) ->
                throw new IllegalStateException("VIVA says nothing in binary frames: " + data.remaining() + " bytes");
        }
    }

    private void decide(Join join) {
        OpenChannel channel = new OpenChannel(loop, wire, () -> act(new Ended(join.topic())));
        switch (join.params()) {
            case Payload.Bytes bytes -> onLoop(new Refused(join.topic(), NO_BINARY));
            case Payload.Json(ObjectNode params) ->
                run(
                        join.topic(),
                        () -> families.join(new JoinRequest(join.topic(), owner.account(), params, channel)),
                        decision -> switch (decision) {
                            case JoinDecision.Denied(Answer.Refused answer) -> new Refused(join.topic(), answer);
                            case JoinDecision.Granted(Channel granted, ObjectNode response) -> {
                                channel.granted(granted);
                                channels.put(join.topic(), channel);
                                yield new Joined(join.topic(), response);
                            }
                        },
                        refusal -> new Refused(join.topic(), refusal));
        }
    }

    private void handle(Handle handle) {
        String topic = handle.topic();
        switch (handle.payload()) {
            case Payload.Bytes bytes -> onLoop(new Handled(topic, NO_BINARY));
            case Payload.Json(ObjectNode payload) ->
                run(
                        topic,
                        () -> channels.get(topic).handle(handle.event(), payload),
                        answer -> new Handled(topic, answer),
                        refusal -> new Handled(topic, refusal));
        }
    }

    private void onLoop(SessionInput input) {
        loop.runOnContext(ignored -> act(input));
    }

    /**
     * Runs a handler on a context of its own, and its outcome on the loop.
     *
     * @param refusal the outcome when it was refused, because of a limit or because something does not answer right now
     */
    private <T> void run(
            String topic,
            Supplier<Uni<? extends T>> work,
            Function<T, SessionInput> outcome,
            Function<Answer.Refused, SessionInput> refusal) {
        Context context = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(start -> Uni.createFrom()
                .deferred(work)
                .ifNoItem()
                .after(config.handlerTimeout())
                .fail()
                .subscribe()
                .with(
                        result -> loop.runOnContext(done -> act(outcome.apply(result))),
                        failure -> onLoop(refused(failure).map(refusal).orElseGet(() -> failed(topic, failure)))));
    }

    private Optional<Answer.Refused> refused(Throwable failure) {
        Optional<Rejected> rejected =
                failure instanceof Rejected known ? Optional.of(known) : operating.rejection(failure);
        return rejected.map(Refusals::of);
    }

    private SessionInput failed(String topic, Throwable failure) {
        String family = topic.substring(0, topic.indexOf(':') + 1);
        if (failure instanceof TimeoutException) {
            LOG.warnf("a handler of %s took longer than %s", family, config.handlerTimeout());
        } else {
            LOG.errorf(failure, "a handler of %s failed", family);
        }
        return new Failed(topic);
    }
}
